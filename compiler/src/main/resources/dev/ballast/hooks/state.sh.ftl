<#-- A freeze holds for as long as its token stands; a newer freeze puts its own there, which makes an older one let go. -->
state=[=stateDirectory]/ballast-[=lock]
patience=[=timeout]
patience=$((patience > 10 ? patience - 5 : patience))
