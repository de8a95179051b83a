local actions = {}

if obj.spec.suspend == true then
  actions["resume"] = { ["iconClass"] = "fa fa-fw fa-play" }
else
  actions["suspend"] = { ["iconClass"] = "fa fa-fw fa-pause" }
end

local annotations = obj.metadata.annotations
if annotations == nil then
  annotations = {}
end
if annotations["ballast.dev/drift"] == "report-only" then
  actions["correct-drift"] = { ["iconClass"] = "fa fa-fw fa-wrench", ["displayName"] = "Correct drift" }
else
  actions["report-drift"] = { ["iconClass"] = "fa fa-fw fa-eye", ["displayName"] = "Only report drift" }
end

local reason = nil
if obj.status ~= nil and obj.status.conditions ~= nil then
  for _, condition in ipairs(obj.status.conditions) do
    if condition.type == "Ready" then
      reason = condition.reason
    end
  end
end
if reason == "PruneRefused" then
  actions["confirm-prune"] = { ["iconClass"] = "fa fa-fw fa-check", ["displayName"] = "Confirm the removal" }
end
if reason == "OwnershipConflict" then
  actions["adopt"] = { ["iconClass"] = "fa fa-fw fa-link", ["displayName"] = "Take over what is there" }
end

return actions
