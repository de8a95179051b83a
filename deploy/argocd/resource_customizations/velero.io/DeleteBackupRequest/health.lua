if obj.metadata.deletionTimestamp ~= nil then
  return { status = "Progressing", message = "Is being deleted" }
end

local phase = "New"
local errors = nil
if obj.status ~= nil then
  if obj.status.phase ~= nil and obj.status.phase ~= "" then
    phase = obj.status.phase
  end
  errors = obj.status.errors
end

if phase ~= "Processed" then
  return { status = "Progressing", message = phase }
end
if errors ~= nil and #errors > 0 then
  local message = errors[1]
  if #errors > 1 then
    message = message .. "; and " .. (#errors - 1) .. " more"
  end
  return { status = "Degraded", message = message }
end
return { status = "Healthy", message = "Deleted" }
