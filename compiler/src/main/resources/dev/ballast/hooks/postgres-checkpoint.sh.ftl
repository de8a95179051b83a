<#include "fail.sh.ftl">
<#include "postgres.sh.ftl">
psql --no-psqlrc --no-password --quiet --set=ON_ERROR_STOP=1 --command=CHECKPOINT
