-- Makes the Backup that `velero backup create --from-schedule` makes: the template as it is, with its labels, or the Schedule's if it has none,
-- and the Schedule's annotations, but not those by which Argo CD and kubectl know the Schedule.
local os = require("os")

-- An empty table would become a list, which is not what an empty object was.
local function copy(value)
  if type(value) ~= "table" then
    return value
  end
  if next(value) == nil then
    return nil
  end
  local made = {}
  for key, element in pairs(value) do
    made[key] = copy(element)
  end
  return made
end

local backup = {}
backup.apiVersion = "velero.io/v1"
backup.kind = "Backup"
backup.metadata = {}
backup.metadata.name = obj.metadata.name .. "-" .. os.date("!%Y%m%d%H%M%S")
backup.metadata.namespace = obj.metadata.namespace

local labels = nil
if obj.spec.template.metadata ~= nil then
  labels = copy(obj.spec.template.metadata.labels)
end
if labels == nil then
  labels = copy(obj.metadata.labels)
end
if labels == nil then
  labels = {}
end
labels["velero.io/schedule-name"] = obj.metadata.name
backup.metadata.labels = labels

local annotations = copy(obj.metadata.annotations)
if annotations ~= nil then
  annotations["argocd.argoproj.io/tracking-id"] = nil
  annotations["kubectl.kubernetes.io/last-applied-configuration"] = nil
  if next(annotations) ~= nil then
    backup.metadata.annotations = annotations
  end
end

if obj.spec.useOwnerReferencesInBackup == true then
  local owner = {}
  owner.apiVersion = obj.apiVersion
  owner.kind = obj.kind
  owner.name = obj.metadata.name
  owner.uid = obj.metadata.uid
  owner.controller = true
  backup.metadata.ownerReferences = { owner }
end

backup.spec = copy(obj.spec.template)
backup.spec.metadata = nil

return { { operation = "create", resource = backup } }
