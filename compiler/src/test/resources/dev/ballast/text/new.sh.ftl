<#assign x = "java.io.File"?new()>
