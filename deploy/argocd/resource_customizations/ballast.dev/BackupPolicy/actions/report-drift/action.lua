if obj.metadata.annotations == nil then
  obj.metadata.annotations = {}
end
obj.metadata.annotations["ballast.dev/drift"] = "report-only"
return obj
