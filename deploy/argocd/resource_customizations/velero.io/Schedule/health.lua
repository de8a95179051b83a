-- Velero does not look at a paused Schedule, so its phase may be of before.
if obj.metadata.deletionTimestamp ~= nil then
  return { status = "Progressing", message = "Is being deleted" }
end
if obj.spec ~= nil and obj.spec.paused == true then
  return { status = "Suspended", message = "Paused" }
end

local phase = nil
if obj.status ~= nil then
  phase = obj.status.phase
end

if phase == "FailedValidation" then
  local errors = obj.status.validationErrors
  if errors == nil or #errors == 0 then
    return { status = "Degraded", message = "Velero refuses this Schedule" }
  end
  return { status = "Degraded", message = table.concat(errors, "; ") }
end
if phase == "Enabled" then
  if obj.status.lastBackup ~= nil then
    return { status = "Healthy", message = "Last backup started at " .. obj.status.lastBackup }
  end
  return { status = "Healthy", message = "No backup was due yet" }
end
return { status = "Progressing", message = "Velero has not looked at it yet" }
