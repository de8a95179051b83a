local actions = {}
actions["backup-now"] = { ["iconClass"] = "fa fa-fw fa-plus", ["displayName"] = "Back up now" }
if obj.spec.paused == true then
  actions["resume"] = { ["iconClass"] = "fa fa-fw fa-play" }
else
  actions["pause"] = { ["iconClass"] = "fa fa-fw fa-pause" }
end
return actions
