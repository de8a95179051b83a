if obj.metadata.deletionTimestamp ~= nil then
  return { status = "Progressing", message = "Is being deleted" }
end

if obj.status ~= nil and obj.status.conditions ~= nil then
  if obj.status.observedGeneration ~= nil and obj.status.observedGeneration ~= obj.metadata.generation then
    return { status = "Progressing", message = "The reconciler has not seen this change yet" }
  end
  for _, condition in ipairs(obj.status.conditions) do
    if condition.type == "Ready" then
      if condition.status == "True" then
        return { status = "Healthy", message = condition.message }
      end
      return { status = "Degraded", message = condition.message }
    end
  end
end
return { status = "Progressing", message = "The reconciler has not seen this environment yet" }
