if obj.metadata.deletionTimestamp ~= nil then
  return { status = "Progressing", message = "Is being deleted" }
end

local phase = nil
local message = nil
if obj.status ~= nil then
  phase = obj.status.phase
  message = obj.status.message
end

if phase == "Unavailable" then
  if message == nil or message == "" then
    message = "Velero cannot reach it"
  end
  return { status = "Degraded", message = message }
end
if phase == "Available" then
  if obj.spec ~= nil and obj.spec.accessMode == "ReadOnly" then
    return { status = "Healthy", message = "Available, read-only" }
  end
  return { status = "Healthy", message = "Available" }
end
return { status = "Progressing", message = "Velero has not looked at it yet" }
