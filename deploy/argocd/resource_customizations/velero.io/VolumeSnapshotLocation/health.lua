-- Velero keeps no status of these; a phase is there only if somebody else writes it.
if obj.metadata.deletionTimestamp ~= nil then
  return { status = "Progressing", message = "Is being deleted" }
end

if obj.status ~= nil and obj.status.phase == "Unavailable" then
  return { status = "Degraded", message = "Unavailable" }
end
if obj.status ~= nil and obj.status.phase == "Available" then
  return { status = "Healthy", message = "Available" }
end
return { status = "Healthy", message = "Velero does not check snapshot locations" }
