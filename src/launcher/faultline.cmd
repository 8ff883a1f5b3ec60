@echo off
rem Starts Faultline with the runtime beside it. Never run by those who wrote it: see README.
rem FAULTLINE_JAVA_OPTIONS adds options for the Java runtime, for example -XX:AOTMode=off to start without the cache.
setlocal
set "lib=%~dp0..\lib"
set "cache="
if exist "%lib%\faultline.aot" set cache=-XX:AOTCache="%lib%\faultline.aot" -XX:+UnlockDiagnosticVMOptions -XX:-AOTReplayTraining
"%lib%\runtime\bin\java.exe" -Xlog:disable -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms40m -Xmn24m -Xmx256m -XX:CompileThresholdScaling=2 --enable-native-access=@{app.native} -Djdk.reflect.useNativeAccessorOnly=true -Dfaultline.cache=offered %FAULTLINE_JAVA_OPTIONS% %cache% -m @{app.module}/@{app.main} %*
exit /b %ERRORLEVEL%
