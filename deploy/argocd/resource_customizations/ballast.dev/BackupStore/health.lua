-- A store that Velero has not looked at is healthy: a sync that waits for it would never end where Velero comes later.
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
  return { status = "Progressing", message = "The reconciler has not seen this store yet" }
end
if obj.status.observedGeneration ~= nil and obj.status.observedGeneration ~= obj.metadata.generation then
  return { status = "Progressing", message = "The reconciler has not seen this change yet" }
end
if ready.status ~= "True" then
  return { status = "Degraded", message = ready.message }
end

local available = conditions.Available
if available == nil then
  return { status = "Healthy", message = ready.message }
end
if available.status == "False" then
  return { status = "Degraded", message = available.message }
end
return { status = "Healthy", message = available.message }
