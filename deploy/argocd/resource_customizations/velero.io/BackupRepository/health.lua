if obj.metadata.deletionTimestamp ~= nil then
  return { status = "Progressing", message = "Is being deleted" }
end

local phase = nil
if obj.status ~= nil then
  phase = obj.status.phase
end

if phase == "NotReady" then
  local message = obj.status.message
  if message == nil or message == "" then
    message = "Velero cannot use this repository"
  end
  return { status = "Degraded", message = message }
end
if phase == "Ready" then
  -- Backups and restores go on without maintenance; the repository only grows.
  local runs = obj.status.recentMaintenance
  if runs ~= nil and #runs > 0 and runs[#runs].result == "Failed" then
    local message = "Ready, but the last maintenance failed"
    if runs[#runs].message ~= nil and runs[#runs].message ~= "" then
      message = message .. ": " .. runs[#runs].message
    end
    return { status = "Healthy", message = message }
  end
  return { status = "Healthy", message = "Ready" }
end
return { status = "Progressing", message = "Velero has not prepared it yet" }
