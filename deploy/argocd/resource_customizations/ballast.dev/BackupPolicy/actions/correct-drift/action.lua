if obj.metadata.annotations ~= nil then
  obj.metadata.annotations["ballast.dev/drift"] = nil
end
return obj
