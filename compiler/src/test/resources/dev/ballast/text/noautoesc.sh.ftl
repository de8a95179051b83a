<#noautoesc>[=value]</#noautoesc>
