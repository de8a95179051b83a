if obj.metadata.annotations == nil then
  obj.metadata.annotations = {}
end
obj.metadata.annotations["ballast.dev/prune"] = "confirmed"
return obj
