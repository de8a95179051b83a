<#include "fail.sh.ftl">
<#include "password.sh.ftl">
<#include "state.sh.ftl">
BALLAST_USER=[=user] BALLAST_PASSWORD="$password" BALLAST_AUTH=[=authDatabase]
export BALLAST_USER BALLAST_PASSWORD BALLAST_AUTH
login='var env = process.env;
  if (env.BALLAST_USER) db.getSiblingDB(env.BALLAST_AUTH).auth(env.BALLAST_USER, env.BALLAST_PASSWORD);'
mongo() {
  mongosh --quiet --norc --host [=host] --port [=port]<#if tlsCaFile?has_content> --tls --tlsCAFile [=tlsCaFile]</#if> --eval "$login$1"
}
release() {
  mongo 'db.fsyncUnlock()'
}
