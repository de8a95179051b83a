-- Follows kstatus: Ready, Reconciling and Stalled are about applying, whether or not a backup was made yet. BackupsHealthy is about the backups.
if obj.metadata.deletionTimestamp ~= nil then
  return { status = "Progressing", message = "Is being deleted" }
end

local conditions = {}
if obj.status ~= nil and obj.status.conditions ~= nil then
  for _, condition in ipairs(obj.status.conditions) do
    conditions[condition.type] = condition
  end
end

local ready = conditions.Ready
if ready == nil then
  return { status = "Progressing", message = "The reconciler has not seen this policy yet" }
end
if obj.status.observedGeneration ~= nil and obj.status.observedGeneration ~= obj.metadata.generation then
  return { status = "Progressing", message = "The reconciler has not seen this change yet" }
end

if ready.status ~= "True" then
  if ready.reason == "PruneRefused" then
    return { status = "Suspended", message = ready.message }
  end
  if ready.reason == "VeleroNotInstalled" then
    return { status = "Progressing", message = ready.message }
  end
  return { status = "Degraded", message = ready.message }
end

local backups = conditions.BackupsHealthy
if backups ~= nil and backups.status == "False" then
  return { status = "Degraded", message = backups.message }
end

if obj.spec ~= nil and obj.spec.suspend == true then
  return { status = "Suspended", message = "The policy says suspend" }
end
local sync = conditions.InSync
if sync ~= nil and sync.status == "False" then
  if sync.reason == "Paused" then
    return { status = "Suspended", message = sync.message }
  end
  return { status = "Healthy", message = sync.message }
end

if obj.status.points ~= nil then
  return { status = "Healthy", message = obj.status.points .. " restore points" }
end
return { status = "Healthy", message = ready.message }
