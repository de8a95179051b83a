if obj.metadata.deletionTimestamp ~= nil then
  return { status = "Progressing", message = "Is being deleted" }
end

local phase = "New"
local message = nil
if obj.status ~= nil then
  if obj.status.phase ~= nil and obj.status.phase ~= "" then
    phase = obj.status.phase
  end
  message = obj.status.message
end

if phase == "Completed" then
  return { status = "Healthy", message = "Completed" }
end
if phase == "Failed" or phase == "Canceled" then
  if message == nil or message == "" then
    return { status = "Degraded", message = phase }
  end
  return { status = "Degraded", message = phase .. ": " .. message }
end
return { status = "Progressing", message = phase }
