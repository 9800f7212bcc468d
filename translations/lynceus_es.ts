<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>Tells whether a released version runs on Argo CD, and why not.</source>
        <translation>Indica si una versión publicada se ejecuta en Argo CD y, si no, por qué.</translation>
    </message>
    <message>
        <source>License: Apache-2.0. Icons: Lucide (ISC).</source>
        <translation>Licencia: Apache-2.0. Iconos: Lucide (ISC).</translation>
    </message>
    <message>
        <source>Built with Qt %1 (LGPL-3.0), running on %2.</source>
        <translation>Creado con Qt %1 (LGPL-3.0); se ejecuta en %2.</translation>
    </message>
    <message>
        <source>About Lynceus</source>
        <translation>Acerca de Lynceus</translation>
    </message>
    <message>
        <source>Lynceus %1</source>
        <translation>Lynceus %1</translation>
    </message>
</context>
<context>
    <name>AgeText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>hace %1</translation>
    </message>
</context>
<context>
    <name>Applications</name>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>failed %1</source>
        <translation>falló %1</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Aplicación</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instancia</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Proyecto</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Salud</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Last sync</source>
        <translation>Última sync</translation>
    </message>
    <message>
        <source>Data age</source>
        <translation>Antigüedad</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>several</source>
        <translation>varias</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>de %1</translation>
    </message>
    <message>
        <source>Pods %1</source>
        <translation>Pods %1</translation>
    </message>
</context>
<context>
    <name>Deployments</name>
    <message>
        <source>chart %1</source>
        <translation>chart %1</translation>
    </message>
    <message>
        <source>revision %1</source>
        <translation>revisión %1</translation>
    </message>
    <message>
        <source>rollback %1</source>
        <extracomment>%1 is a change: &quot;rollback 1.5.0 → 1.4.2&quot;</extracomment>
        <translation>rollback %1</translation>
    </message>
    <message>
        <source>1 deployment behind %1 since %2</source>
        <translation>1 despliegue por detrás de %1 desde %2</translation>
    </message>
    <message numerus="yes">
        <source>%n deployments behind %1 since %2</source>
        <translation>
            <numerusform>%n despliegue por detrás de %1 desde %2</numerusform>
            <numerusform>%n despliegues por detrás de %1 desde %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n behind since %1</source>
        <translation>
            <numerusform>%n por detrás desde %1</numerusform>
            <numerusform>%n por detrás desde %1</numerusform>
        </translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>deployed</source>
        <translation>desplegado</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallido</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>tiempo agotado</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation>reemplazado</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>watched</source>
        <translation>seguido</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>observado</translation>
    </message>
    <message>
        <source>reconstructed</source>
        <translation>reconstruido</translation>
    </message>
    <message>
        <source>user</source>
        <translation>usuario</translation>
    </message>
    <message>
        <source>automated</source>
        <translation>automático</translation>
    </message>
    <message>
        <source>image updater</source>
        <translation>image updater</translation>
    </message>
    <message>
        <source>applicationset</source>
        <translation>ApplicationSet</translation>
    </message>
    <message>
        <source>rollback</source>
        <translation>rollback</translation>
    </message>
    <message>
        <source>parameter override</source>
        <translation>parámetro sobrescrito</translation>
    </message>
    <message>
        <source>regressed</source>
        <translation>regresión</translation>
    </message>
    <message>
        <source>image pull</source>
        <translation>descarga de imagen</translation>
    </message>
    <message>
        <source>crash loop</source>
        <translation>bucle de reinicios</translation>
    </message>
    <message>
        <source>container config</source>
        <translation>configuración del contenedor</translation>
    </message>
    <message>
        <source>init failed</source>
        <translation>init fallido</translation>
    </message>
    <message>
        <source>unschedulable</source>
        <translation>sin nodo asignable</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>volumen</translation>
    </message>
    <message>
        <source>quota</source>
        <translation>cuota</translation>
    </message>
    <message>
        <source>readiness</source>
        <translation>disponibilidad</translation>
    </message>
    <message>
        <source>progress deadline</source>
        <translation>plazo de progreso</translation>
    </message>
    <message>
        <source>rollout aborted</source>
        <translation>Rollout abortado</translation>
    </message>
    <message>
        <source>hook failed</source>
        <translation>hook fallido</translation>
    </message>
    <message>
        <source>sync failed</source>
        <translation>sync fallida</translation>
    </message>
    <message>
        <source>sync error</source>
        <translation>error de sync</translation>
    </message>
    <message>
        <source>comparison error</source>
        <translation>error de comparación</translation>
    </message>
    <message>
        <source>invalid spec</source>
        <translation>spec no válida</translation>
    </message>
    <message>
        <source>admission denied</source>
        <translation>admisión denegada</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>Degraded</translation>
    </message>
    <message>
        <source>image not in application</source>
        <translation>imagen ajena a la aplicación</translation>
    </message>
    <message>
        <source>children</source>
        <translation>apps hijas</translation>
    </message>
    <message>
        <source>pruning needed</source>
        <translation>requiere prune</translation>
    </message>
    <message>
        <source>out of sync</source>
        <translation>OutOfSync</translation>
    </message>
    <message>
        <source>app deleted</source>
        <translation>aplicación eliminada</translation>
    </message>
    <message>
        <source>superseded by</source>
        <translation>reemplazado por</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>revertido</translation>
    </message>
    <message>
        <source>auto sync off</source>
        <translation>auto-sync desactivado</translation>
    </message>
    <message>
        <source>sync window</source>
        <translation>ventana de sync</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>suspendido</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>skip reconcile</source>
        <translation>reconciliación omitida</translation>
    </message>
    <message>
        <source>not noticed</source>
        <translation>no detectado</translation>
    </message>
    <message>
        <source>other operation</source>
        <translation>otra operación</translation>
    </message>
    <message>
        <source>waiting for wave</source>
        <translation>en espera de la oleada</translation>
    </message>
    <message>
        <source>waiting for hook</source>
        <translation>en espera del hook</translation>
    </message>
    <message>
        <source>old pods left</source>
        <translation>quedan pods antiguos</translation>
    </message>
    <message>
        <source>controller stalled</source>
        <translation>controlador detenido</translation>
    </message>
    <message>
        <source>repo unreachable</source>
        <translation>repositorio inaccesible</translation>
    </message>
    <message>
        <source>ignored difference</source>
        <translation>diferencia ignorada</translation>
    </message>
    <message>
        <source>image rewritten</source>
        <translation>imagen reescrita</translation>
    </message>
    <message>
        <source>update strategy</source>
        <translation>estrategia de actualización</translation>
    </message>
    <message>
        <source>old pod broken</source>
        <translation>pod antiguo averiado</translation>
    </message>
    <message>
        <source>applicationset step</source>
        <translation>paso del ApplicationSet</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>iniciando</translation>
    </message>
    <message>
        <source>not created</source>
        <translation>no creado</translation>
    </message>
    <message>
        <source>desired state error</source>
        <translation>error del estado deseado</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>inaccesible</translation>
    </message>
    <message>
        <source>sign in</source>
        <translation>inicio de sesión</translation>
    </message>
    <message>
        <source>permission</source>
        <translation>permiso</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>desactualizado</translation>
    </message>
    <message>
        <source>sync awaited</source>
        <translation>sync pendiente</translation>
    </message>
    <message>
        <source>sync running</source>
        <translation>sync en curso</translation>
    </message>
    <message>
        <source>comparison awaited</source>
        <translation>comparación pendiente</translation>
    </message>
    <message>
        <source>revision unproven</source>
        <translation>revisión no demostrada</translation>
    </message>
    <message>
        <source>application gone</source>
        <translation>la aplicación ya no existe</translation>
    </message>
    <message>
        <source>operation failed</source>
        <translation>operación fallida</translation>
    </message>
    <message>
        <source>images unproven</source>
        <translation>imágenes no comprobadas</translation>
    </message>
    <message>
        <source>not healthy</source>
        <translation>no está Healthy</translation>
    </message>
    <message>
        <source>newer deployment</source>
        <translation>despliegue más reciente</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>a pipeline</source>
        <translation>una pipeline</translation>
    </message>
    <message>
        <source>registered %1</source>
        <translation>registrado %1</translation>
    </message>
    <message>
        <source>registered %1 by %2</source>
        <translation>registrado %1 por %2</translation>
    </message>
    <message>
        <source>release %1</source>
        <translation>release %1</translation>
    </message>
    <message>
        <source>auto-sync is off</source>
        <translation>auto-sync está desactivado</translation>
    </message>
    <message>
        <source>last sync %1</source>
        <translation>última sync %1</translation>
    </message>
    <message>
        <source>project %1</source>
        <translation>proyecto %1</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>no se puede leer</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>cargando</translation>
    </message>
    <message>
        <source>The last sync failed: %1</source>
        <translation>La última sincronización falló: %1</translation>
    </message>
    <message>
        <source>%1 is paused; its data is not updated.</source>
        <translation>%1 está en pausa; sus datos no se actualizan.</translation>
    </message>
    <message>
        <source>You are not signed in to %1, or your sign-in has expired.</source>
        <translation>No ha iniciado sesión en %1, o su sesión ha caducado.</translation>
    </message>
    <message>
        <source>%1 is not trusted or is not an Argo CD server: %2.</source>
        <translation>%1 no es de confianza o no es un servidor de Argo CD: %2.</translation>
    </message>
    <message>
        <source>The application does not exist, or your account does not have access to it. Ask your administrator for the permission “applications, get”.</source>
        <translation>La aplicación no existe o su cuenta no tiene acceso a ella. Pida a su administrador el permiso «applications, get».</translation>
    </message>
    <message>
        <source>The application does not exist, or your account does not have access to it in project %1. Ask your administrator for the permission “applications, get”.</source>
        <translation>La aplicación no existe o su cuenta no tiene acceso a ella en el proyecto %1. Pida a su administrador el permiso «applications, get».</translation>
    </message>
    <message>
        <source>Application %2 no longer exists on %1.</source>
        <translation>La aplicación %2 ya no existe en %1.</translation>
    </message>
    <message>
        <source>%1 does not respond: %2. Lynceus retries automatically.</source>
        <translation>%1 no responde: %2. Lynceus reintenta automáticamente.</translation>
    </message>
    <message>
        <source>The response from %1 cannot be processed: %2.</source>
        <translation>La respuesta de %1 no se puede procesar: %2.</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>ask your administrator for the permission: %1, %2/*, allow</source>
        <translation>pedir al administrador el permiso: %1, %2/*, allow</translation>
    </message>
    <message>
        <source>the server does not report its time</source>
        <translation>el servidor no comunica su hora</translation>
    </message>
    <message>
        <source>the server&apos;s clock is %1 ahead of this computer&apos;s</source>
        <translation>el reloj del servidor está adelantado %1 respecto al de este equipo</translation>
    </message>
    <message>
        <source>the server&apos;s clock is %1 behind this computer&apos;s</source>
        <translation>el reloj del servidor está atrasado %1 respecto al de este equipo</translation>
    </message>
    <message>
        <source>synchronize this computer&apos;s clock: timedatectl set-ntp true; if it is synchronized, contact the server&apos;s administrator</source>
        <translation>sincronizar el reloj de este equipo: timedatectl set-ntp true; si ya está sincronizado, contactar con el administrador del servidor</translation>
    </message>
    <message>
        <source>%1: new tokens may be rejected</source>
        <translation>%1: los tokens nuevos pueden rechazarse</translation>
    </message>
    <message>
        <source>if the server has a new certificate, accept it with: lynceus instances test NAME --pin SHA256</source>
        <translation>si el servidor tiene un certificado nuevo, aceptarlo con: lynceus instances test NAME --pin SHA256</translation>
    </message>
    <message>
        <source>trust its CA (--server-crt) or exactly this certificate (--pin)</source>
        <translation>confiar en su CA (--server-crt) o exactamente en este certificado (--pin)</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>no comprobado</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>fijado</translation>
    </message>
    <message>
        <source>trusted by your own CA</source>
        <translation>de confianza por su propia CA</translation>
    </message>
    <message>
        <source>trusted</source>
        <translation>de confianza</translation>
    </message>
    <message>
        <source>%1, issued by %2</source>
        <translation>%1, emitido por %2</translation>
    </message>
    <message>
        <source>do not use --insecure: anyone on the network path can read the token</source>
        <translation>no usar --insecure: cualquiera en la ruta de red puede leer el token</translation>
    </message>
    <message numerus="yes">
        <source>%1, expired %n days ago</source>
        <translation>
            <numerusform>%1, caducado hace %n día</numerusform>
            <numerusform>%1, caducado hace %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>contact the server&apos;s administrator</source>
        <translation>contactar con el administrador del servidor</translation>
    </message>
    <message numerus="yes">
        <source>%1, expires in %n days</source>
        <translation>
            <numerusform>%1, caduca en %n día</numerusform>
            <numerusform>%1, caduca en %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>ask the server&apos;s administrator to renew it</source>
        <translation>pedir al administrador del servidor que lo renueve</translation>
    </message>
    <message>
        <source>Argo CD %1: unknown version</source>
        <translation>Argo CD %1: versión desconocida</translation>
    </message>
    <message>
        <source>%1 is older than 2.6, the oldest supported version</source>
        <translation>%1 es anterior a 2.6, la versión más antigua admitida</translation>
    </message>
    <message>
        <source>some features may not work; ask for a newer Argo CD</source>
        <translation>puede que algunas funciones no estén disponibles; pedir un Argo CD más reciente</translation>
    </message>
    <message>
        <source>lynceus login %1</source>
        <translation>lynceus login %1</translation>
    </message>
    <message>
        <source>not signed in (anonymous access)</source>
        <translation>sin iniciar sesión (acceso anónimo)</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>sin iniciar sesión</translation>
    </message>
    <message>
        <source>signed in as %1</source>
        <translation>sesión iniciada como %1</translation>
    </message>
    <message>
        <source>%1, renewed automatically</source>
        <translation>%1, se renueva automáticamente</translation>
    </message>
    <message>
        <source>%1, expires in %2</source>
        <translation>%1, caduca en %2</translation>
    </message>
    <message>
        <source>%1, not renewable</source>
        <translation>%1, no renovable</translation>
    </message>
    <message>
        <source>the server does not report whether this account can read applications</source>
        <translation>el servidor no comunica si esta cuenta puede leer aplicaciones</translation>
    </message>
    <message>
        <source>this account can read all applications</source>
        <translation>esta cuenta puede leer todas las aplicaciones</translation>
    </message>
    <message numerus="yes">
        <source>this account can read %n applications</source>
        <translation>
            <numerusform>esta cuenta puede leer %n aplicación</numerusform>
            <numerusform>esta cuenta puede leer %n aplicaciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>this account can read %n applications, but not all</source>
        <translation>
            <numerusform>esta cuenta puede leer %n aplicación, pero no todas</numerusform>
            <numerusform>esta cuenta puede leer %n aplicaciones, pero no todas</numerusform>
        </translation>
    </message>
    <message>
        <source>this account sees no applications: the server has none, or this account has no access to any</source>
        <translation>esta cuenta no ve aplicaciones: el servidor no tiene ninguna, o la cuenta no tiene acceso a ninguna</translation>
    </message>
    <message>
        <source>the server does not report whether this account can read logs</source>
        <translation>el servidor no comunica si esta cuenta puede leer registros</translation>
    </message>
    <message>
        <source>this account can read logs</source>
        <translation>esta cuenta puede leer registros</translation>
    </message>
    <message>
        <source>this account cannot read logs: failures are explained without the last log lines of a container</source>
        <translation>esta cuenta no puede leer registros: los fallos se explican sin las últimas líneas de registro de un contenedor</translation>
    </message>
    <message>
        <source>this account can sync; Lynceus only reads</source>
        <translation>esta cuenta puede sincronizar; Lynceus solo lee</translation>
    </message>
    <message>
        <source>this account cannot sync; Lynceus does not need this permission</source>
        <translation>esta cuenta no puede sincronizar; Lynceus no necesita este permiso</translation>
    </message>
    <message>
        <source>this computer&apos;s clock matches the server&apos;s clock</source>
        <translation>el reloj de este equipo coincide con el del servidor</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>%1 of %2 ready, %3 updated, %4 old</source>
        <translation>%1 de %2 listos, %3 actualizados, %4 antiguos</translation>
    </message>
    <message>
        <source>Workloads</source>
        <translation>Cargas de trabajo</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>Carga de trabajo</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Salud</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Esperado</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Observado</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Decidido</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>This evidence is incomplete. The page of the task on the team server shows all of it.</source>
        <translation>Estas pruebas están incompletas. La página de la tarea en el servidor de equipo las muestra todas.</translation>
    </message>
    <message>
        <source>Last log lines of pod %1</source>
        <translation>Últimas líneas del registro del pod %1</translation>
    </message>
</context>
<context>
    <name>Instances</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Iniciar sesión…</translation>
    </message>
    <message>
        <source>Show certificate…</source>
        <translation>Mostrar certificado…</translation>
    </message>
    <message>
        <source>Change the address…</source>
        <translation>Cambiar la dirección…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Paused: this instance is not contacted, and its watches do not progress.</source>
        <translation>En pausa: no se contacta con esta instancia y sus seguimientos no avanzan.</translation>
    </message>
    <message>
        <source>No recent data from this instance. The data shown may be out of date.</source>
        <translation>No hay datos recientes de esta instancia. Los datos mostrados pueden estar desactualizados.</translation>
    </message>
    <message>
        <source>The instance cannot be reached. Lynceus keeps retrying.</source>
        <translation>No se puede acceder a la instancia. Lynceus sigue reintentando.</translation>
    </message>
    <message>
        <source>You are not signed in, or your sign-in has expired.</source>
        <translation>No ha iniciado sesión, o su sesión ha caducado.</translation>
    </message>
    <message>
        <source>The token cannot be read because the keychain is locked or not available. Unlock it, then try again.</source>
        <translation>No se puede leer el token porque el llavero está bloqueado o no está disponible. Desbloquéelo y reinténtelo.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted.</source>
        <translation>El certificado del servidor no es de confianza.</translation>
    </message>
    <message>
        <source>The server at this address is not an Argo CD server.</source>
        <translation>El servidor de esta dirección no es un servidor de Argo CD.</translation>
    </message>
    <message>
        <source>This account does not have permission to list applications.</source>
        <translation>Esta cuenta no tiene permiso para listar aplicaciones.</translation>
    </message>
    <message>
        <source>anonymous access</source>
        <translation>acceso anónimo</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>sin iniciar sesión</translation>
    </message>
    <message>
        <source>signed in as %1</source>
        <translation>sesión iniciada como %1</translation>
    </message>
    <message>
        <source>renewed automatically</source>
        <translation>se renueva automáticamente</translation>
    </message>
    <message>
        <source>expires in %1</source>
        <translation>caduca en %1</translation>
    </message>
    <message>
        <source>until Lynceus quits (no keychain)</source>
        <translation>hasta salir de Lynceus (sin llavero)</translation>
    </message>
    <message>
        <source>1 application</source>
        <translation>1 aplicación</translation>
    </message>
    <message numerus="yes">
        <source>%Ln applications</source>
        <translation>
            <numerusform>%Ln aplicación</numerusform>
            <numerusform>%Ln aplicaciones</numerusform>
        </translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation>certificado no confiable</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>sin cifrar</translation>
    </message>
    <message>
        <source>certificate pinned: %1</source>
        <translation>certificado fijado: %1</translation>
    </message>
    <message>
        <source>certificate of %1</source>
        <translation>certificado de %1</translation>
    </message>
    <message>
        <source>certificate trusted by this computer</source>
        <translation>certificado de confianza en este equipo</translation>
    </message>
    <message>
        <source>single sign-on</source>
        <translation>inicio de sesión único</translation>
    </message>
    <message>
        <source>user name and password</source>
        <translation>usuario y contraseña</translation>
    </message>
    <message>
        <source>%1 responded. It does not announce a sign-in method; try a token.</source>
        <translation>%1 respondió. No anuncia ningún método de inicio de sesión; pruebe con un token.</translation>
    </message>
    <message>
        <source>%1 responded. Sign-in methods: %2.</source>
        <translation>%1 respondió. Métodos de inicio de sesión: %2.</translation>
    </message>
    <message>
        <source>Enter a token…</source>
        <translation>Introducir un token…</translation>
    </message>
    <message>
        <source>No recent data from this team server. The tasks shown may be out of date.</source>
        <translation>No hay datos recientes de este servidor de equipo. Las tareas mostradas pueden estar desactualizadas.</translation>
    </message>
    <message>
        <source>The team server cannot be reached. Its tasks are shown as last known; Lynceus keeps retrying.</source>
        <translation>No se puede acceder al servidor de equipo. Se muestra el último estado conocido de sus tareas; Lynceus sigue reintentando.</translation>
    </message>
    <message>
        <source>The team server needs a token to show its tasks.</source>
        <translation>El servidor de equipo necesita un token para mostrar sus tareas.</translation>
    </message>
    <message>
        <source>The team server rejected the token.</source>
        <translation>El servidor de equipo rechazó el token.</translation>
    </message>
    <message>
        <source>The token does not have permission to read tasks.</source>
        <translation>El token no tiene permiso para leer tareas.</translation>
    </message>
    <message>
        <source>The token cannot be read from the keychain.</source>
        <translation>No se puede leer el token del llavero.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted. Remove the team server and add it again to trust it.</source>
        <translation>El certificado del servidor no es de confianza. Para confiar en él, quite el servidor de equipo y añádalo de nuevo.</translation>
    </message>
    <message>
        <source>The server at this address does not respond as a team server. Lynceus keeps retrying; if the address is wrong, remove the team server and add it again.</source>
        <translation>El servidor de esta dirección no responde como servidor de equipo. Lynceus sigue reintentando; si la dirección es incorrecta, quite el servidor de equipo y añádalo de nuevo.</translation>
    </message>
    <message>
        <source>team server (%1)</source>
        <translation>servidor de equipo (%1)</translation>
    </message>
    <message>
        <source>read without a token</source>
        <translation>se lee sin token</translation>
    </message>
    <message>
        <source>read with a token</source>
        <translation>se lee con token</translation>
    </message>
    <message>
        <source>1 task in progress</source>
        <translation>1 tarea en curso</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tasks in progress</source>
        <translation>
            <numerusform>%Ln tarea en curso</numerusform>
            <numerusform>%Ln tareas en curso</numerusform>
        </translation>
    </message>
    <message>
        <source>polled</source>
        <translation>por sondeo</translation>
    </message>
    <message>
        <source>%1 responded: a team server. Its tasks can be read.</source>
        <translation>%1 respondió: es un servidor de equipo. Se pueden leer sus tareas.</translation>
    </message>
    <message>
        <source>%1 responded: a team server. It needs a token to show its tasks.</source>
        <translation>%1 respondió: es un servidor de equipo. Necesita un token para mostrar sus tareas.</translation>
    </message>
    <message>
        <source>%1 responded: a team server. Its tasks cannot be read now.</source>
        <translation>%1 respondió: es un servidor de equipo. Ahora no se pueden leer sus tareas.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 y %n más</numerusform>
            <numerusform>%1 y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Watching %1 on %2</source>
        <translation>Siguiendo %1 en %2</translation>
    </message>
    <message>
        <source>%1 is failing on %2</source>
        <translation>%1 está fallando en %2</translation>
    </message>
    <message>
        <source>%1 needs attention on %2</source>
        <translation>%1 requiere atención en %2</translation>
    </message>
    <message>
        <source>%1 is deployed on %2</source>
        <translation>%1 está desplegado en %2</translation>
    </message>
    <message>
        <source>%1 failed on %2</source>
        <translation>%1 falló en %2</translation>
    </message>
    <message>
        <source>%1 timed out on %2</source>
        <translation>%1: tiempo agotado en %2</translation>
    </message>
    <message>
        <source>%1 was superseded on %2</source>
        <translation>%1 fue reemplazado en %2</translation>
    </message>
    <message>
        <source>%1 was deleted from %2</source>
        <translation>%1 se eliminó de %2</translation>
    </message>
    <message>
        <source>%1 could not be observed on %2</source>
        <translation>%1 no se pudo observar en %2</translation>
    </message>
    <message>
        <source>%1: sign-in to %2 needed</source>
        <translation>%1: se requiere iniciar sesión en %2</translation>
    </message>
    <message numerus="yes">
        <source>%n deployed</source>
        <translation>
            <numerusform>%n desplegado</numerusform>
            <numerusform>%n desplegados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fallido</numerusform>
            <numerusform>%n fallidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n timed out</source>
        <translation>
            <numerusform>%n con tiempo agotado</numerusform>
            <numerusform>%n con tiempo agotado</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n superseded</source>
        <translation>
            <numerusform>%n reemplazado</numerusform>
            <numerusform>%n reemplazados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n aborted</source>
        <translation>
            <numerusform>%n interrumpido</numerusform>
            <numerusform>%n interrumpidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone</source>
        <translation>
            <numerusform>%n ya no existe</numerusform>
            <numerusform>%n ya no existen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sign-in needed</source>
        <translation>
            <numerusform>%n requiere inicio de sesión</numerusform>
            <numerusform>%n requieren inicio de sesión</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n cancelado</numerusform>
            <numerusform>%n cancelados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failing</source>
        <translation>
            <numerusform>%n está fallando</numerusform>
            <numerusform>%n están fallando</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for you</source>
        <translation>
            <numerusform>%n espera su intervención</numerusform>
            <numerusform>%n esperan su intervención</numerusform>
        </translation>
    </message>
    <message>
        <source>Watching release %1</source>
        <translation>Siguiendo la release %1</translation>
    </message>
    <message>
        <source>Release %1: %2</source>
        <translation>Release %1: %2</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>Iniciar sesión en %1</translation>
    </message>
    <message>
        <source>Sign-in needed on several instances</source>
        <translation>Se requiere iniciar sesión en varias instancias</translation>
    </message>
    <message>
        <source>%1 is unreachable</source>
        <translation>%1 está inaccesible</translation>
    </message>
    <message numerus="yes">
        <source>%n instances are unreachable</source>
        <translation>
            <numerusform>%n instancia está inaccesible</numerusform>
            <numerusform>%n instancias están inaccesibles</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is reachable again</source>
        <translation>%1 vuelve a estar accesible</translation>
    </message>
    <message numerus="yes">
        <source>%n instances are reachable again</source>
        <translation>
            <numerusform>%n instancia vuelve a estar accesible</numerusform>
            <numerusform>%n instancias vuelven a estar accesibles</numerusform>
        </translation>
    </message>
    <message>
        <source>sign-in to %1</source>
        <translation>inicio de sesión en %1</translation>
    </message>
    <message numerus="yes">
        <source>%n instances need attention</source>
        <translation>
            <numerusform>%n instancia requiere atención</numerusform>
            <numerusform>%n instancias requieren atención</numerusform>
        </translation>
    </message>
    <message>
        <source>Lynceus keeps running in the tray</source>
        <translation>Lynceus sigue en ejecución en la bandeja</translation>
    </message>
    <message>
        <source>Watches continue. Use the tray menu to open the window or to quit.</source>
        <translation>Los seguimientos continúan. Use el menú de la bandeja para abrir la ventana o salir.</translation>
    </message>
    <message>
        <source>The Lynceus window could not be opened</source>
        <translation>No se pudo abrir la ventana de Lynceus</translation>
    </message>
    <message>
        <source>Lynceus test notification</source>
        <translation>Notificación de prueba de Lynceus</translation>
    </message>
    <message>
        <source>Lynceus notifies you here when a release is deployed or has failed.</source>
        <translation>Lynceus le notifica aquí cuando una release se ha desplegado o ha fallado.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Extend 10 min</source>
        <translation>Extender 10 min</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Posponer</translation>
    </message>
    <message>
        <source>Copy cause</source>
        <translation>Copiar causa</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Iniciado</translation>
    </message>
    <message>
        <source>Failing (early warning)</source>
        <translation>Está fallando (aviso temprano)</translation>
    </message>
    <message>
        <source>Needs attention (waits for you)</source>
        <translation>Requiere atención (espera su intervención)</translation>
    </message>
    <message>
        <source>Deployed</source>
        <translation>Desplegado</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallido</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>Tiempo agotado</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>Reemplazado</translation>
    </message>
    <message>
        <source>Application deleted</source>
        <translation>Aplicación eliminada</translation>
    </message>
    <message>
        <source>Could not be observed</source>
        <translation>No se pudo observar</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Requiere inicio de sesión</translation>
    </message>
    <message>
        <source>Instance unreachable</source>
        <translation>Instancia inaccesible</translation>
    </message>
    <message>
        <source>Instance reachable again</source>
        <translation>Instancia accesible de nuevo</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>failing</source>
        <translation>está fallando</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Aplicación</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Esperado</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Child watches</source>
        <translation>Seguimientos hijos</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Registrado</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Fecha límite</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Decidido</translation>
    </message>
    <message>
        <source>%1, after %2</source>
        <translation>%1, tras %2</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Etapas</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>On it</source>
        <translation>A cargo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Causa</translation>
    </message>
    <message>
        <source>Server message</source>
        <translation>Mensaje del servidor</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Solución</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>Carga de trabajo</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listos</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevos</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>Antiguos</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Salud</translation>
    </message>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Evidence, observed %1</source>
        <translation>Pruebas, observadas %1</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>etapa</translation>
    </message>
    <message>
        <source>operation</source>
        <translation>operación</translation>
    </message>
    <message>
        <source>resource</source>
        <translation>recurso</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bloqueado</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>causa</translation>
    </message>
    <message>
        <source>access</source>
        <translation>acceso</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>resultado</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Recurso</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>lifted</source>
        <translation>resuelto</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>watched: pods and manifests were checked</source>
        <translation>seguido: se comprobaron los pods y los manifiestos</translation>
    </message>
    <message>
        <source>observed: from the application&apos;s sync status, health and images</source>
        <translation>observado: según el estado de sync, la salud y las imágenes de la aplicación</translation>
    </message>
    <message>
        <source>reconstructed: read afterwards from the application&apos;s history</source>
        <translation>reconstruido: leído después en el historial de la aplicación</translation>
    </message>
    <message>
        <source>%1 on %2: %3</source>
        <comment>application, instance, outcome</comment>
        <translation>%1 en %2: %3</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Proyecto</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>Iniciado por</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Comienzo</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Comprobación</translation>
    </message>
    <message>
        <source>Follow rule</source>
        <translation>Regla de seguimiento automático</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Seguimiento</translation>
    </message>
    <message>
        <source>Open in Argo CD</source>
        <translation>Abrir en Argo CD</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Iniciado</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Actor</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>of 1 deployment</source>
        <translation>de 1 despliegue</translation>
    </message>
    <message numerus="yes">
        <source>of %n deployments</source>
        <translation>
            <numerusform>de %n despliegue</numerusform>
            <numerusform>de %n despliegues</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2 (%3)</source>
        <comment>from, until, time zone</comment>
        <translation>de %1 a %2 (%3)</translation>
    </message>
    <message>
        <source>commit by %1: %2</source>
        <translation>commit de %1: %2</translation>
    </message>
    <message>
        <source>sync started (%1)</source>
        <comment>by whom</comment>
        <translation>sincronización iniciada (%1)</translation>
    </message>
    <message>
        <source>The team server %1 watched this deployment; the times below are its own.</source>
        <translation>El servidor de equipo %1 siguió este despliegue; las horas indicadas abajo son las suyas.</translation>
    </message>
    <message>
        <source>No watch followed this deployment; the times below come from the application.</source>
        <translation>Ningún seguimiento cubrió este despliegue; las horas indicadas abajo proceden de la aplicación.</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n; the numbers count all.</source>
        <translation>
            <numerusform>El más reciente (%n); las cifras cuentan todos.</numerusform>
            <numerusform>Los %n más recientes; las cifras cuentan todos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Deployments over time, most in one bar: %1</source>
        <translation>Despliegues en el tiempo, máximo por barra: %1</translation>
    </message>
    <message>
        <source>Period before: %1</source>
        <translation>Período anterior: %1</translation>
    </message>
    <message>
        <source>%1 at %2. %3</source>
        <comment>outcome, time, cause</comment>
        <translation>%1, %2. %3</translation>
    </message>
    <message numerus="yes">
        <source>%n not restored</source>
        <translation>
            <numerusform>%n sin restablecer</numerusform>
            <numerusform>%n sin restablecer</numerusform>
        </translation>
    </message>
    <message>
        <source>Deployments per day</source>
        <translation>Despliegues por día</translation>
    </message>
    <message>
        <source>Deployments that run, divided by the days of the period.</source>
        <translation>Despliegues que se ejecutan, divididos entre los días del período.</translation>
    </message>
    <message>
        <source>Lead time, median</source>
        <translation>Plazo de entrega, mediana</translation>
    </message>
    <message>
        <source>From the commit until the version runs, without rollbacks.</source>
        <translation>Desde el commit hasta que la versión se ejecuta, sin rollbacks.</translation>
    </message>
    <message>
        <source>Lead time, 90 %</source>
        <translation>Plazo de entrega, 90 %</translation>
    </message>
    <message>
        <source>Nine of ten deployments were not slower.</source>
        <translation>Nueve de cada diez despliegues no fueron más lentos.</translation>
    </message>
    <message>
        <source>Change failure share</source>
        <translation>Proporción de cambios fallidos</translation>
    </message>
    <message>
        <source>Deployments that failed, timed out or were rolled back, of those that were judged.</source>
        <translation>Despliegues que fallaron, agotaron el tiempo o se revirtieron, entre los que se evaluaron.</translation>
    </message>
    <message>
        <source>Time to restore, median</source>
        <translation>Restablecimiento, mediana</translation>
    </message>
    <message>
        <source>of 1 outage</source>
        <translation>de 1 interrupción</translation>
    </message>
    <message numerus="yes">
        <source>of %n outages</source>
        <translation>
            <numerusform>de %n interrupción</numerusform>
            <numerusform>de %n interrupciones</numerusform>
        </translation>
    </message>
    <message>
        <source>From a failed deployment until a later one of the application runs.</source>
        <translation>Desde un despliegue fallido hasta que se ejecuta otro posterior de la aplicación.</translation>
    </message>
    <message>
        <source>All deployments</source>
        <translation>Todos los despliegues</translation>
    </message>
    <message>
        <source>Made by Lynceus at %1.</source>
        <translation>Generado por Lynceus: %1.</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>Despliegues</translation>
    </message>
    <message>
        <source>Deployments over time</source>
        <translation>Despliegues en el tiempo</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fallos</translation>
    </message>
    <message>
        <source>None.</source>
        <comment>no failures</comment>
        <translation>Ninguno.</translation>
    </message>
    <message>
        <source>Number</source>
        <comment>one of the four numbers</comment>
        <translation>Indicador</translation>
    </message>
    <message>
        <source>Period before</source>
        <translation>Período anterior</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Muestras</translation>
    </message>
    <message>
        <source>Applications with the most deployments</source>
        <translation>Aplicaciones con más despliegues</translation>
    </message>
    <message numerus="yes">
        <source>Of the newest %n deployments.</source>
        <translation>
            <numerusform>Del despliegue más reciente.</numerusform>
            <numerusform>De los %n despliegues más recientes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>en</source>
        <comment>language code</comment>
        <extracomment>The code of this catalogue&apos;s language, such as &quot;de&quot;. It goes into the attribute &quot;lang&quot; of reports.</extracomment>
        <translation>es</translation>
    </message>
    <message>
        <source>Last log lines of pod %1</source>
        <translation>Últimas líneas del registro del pod %1</translation>
    </message>
</context>
<context>
    <name>ResourceTree</name>
    <message>
        <source>hook</source>
        <translation>hook</translation>
    </message>
    <message>
        <source>to be pruned</source>
        <translation>pendiente de prune</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Recurso</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Salud</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listos</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Reinicios</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Antigüedad</translation>
    </message>
    <message>
        <source>pods</source>
        <translation>pods</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>revision %1</source>
        <translation>revisión %1</translation>
    </message>
    <message>
        <source>orphaned</source>
        <translation>huérfano</translation>
    </message>
    <message numerus="yes">
        <source>%n older without pods</source>
        <translation>
            <numerusform>%n más antiguo sin pods</numerusform>
            <numerusform>%n más antiguos sin pods</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 in namespace %3</source>
        <translation>%1 %2 en el namespace %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n containers ready</source>
        <translation>
            <numerusform>%1 de %n contenedor listo</numerusform>
            <numerusform>%1 de %n contenedores listos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n pods ready</source>
        <translation>
            <numerusform>%1 de %n pod listo</numerusform>
            <numerusform>%1 de %n pods listos</numerusform>
        </translation>
    </message>
    <message>
        <source>1 restart</source>
        <translation>1 reinicio</translation>
    </message>
    <message numerus="yes">
        <source>%n restarts</source>
        <translation>
            <numerusform>%n reinicio</numerusform>
            <numerusform>%n reinicios</numerusform>
        </translation>
    </message>
    <message>
        <source>age %1</source>
        <translation>antigüedad %1</translation>
    </message>
</context>
<context>
    <name>Separator</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>StageMark</name>
    <message>
        <source>working</source>
        <translation>en proceso</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bloqueado</translation>
    </message>
    <message>
        <source>failing</source>
        <translation>está fallando</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenido</translation>
    </message>
    <message>
        <source>Noticed</source>
        <translation>Detectado</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Aplicado</translation>
    </message>
    <message>
        <source>Rolling</source>
        <translation>Desplegando</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En ejecución</translation>
    </message>
    <message>
        <source>Stable</source>
        <translation>Estable</translation>
    </message>
</context>
<context>
    <name>StateMark</name>
    <message>
        <source>In progress</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Deployed</source>
        <translation>Desplegado</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallido</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>Tiempo agotado</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>Reemplazado</translation>
    </message>
    <message>
        <source>Aborted</source>
        <translation>Interrumpido</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Ya no existe</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Requiere inicio de sesión</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Sync activa</translation>
    </message>
    <message>
        <source>Terminating</source>
        <translation>Terminando</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Está fallando</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>conectando</translation>
    </message>
    <message>
        <source>live</source>
        <translation>en vivo</translation>
    </message>
    <message>
        <source>polling</source>
        <translation>por sondeo</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>desfasada</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>inaccesible</translation>
    </message>
    <message>
        <source>sign-in needed</source>
        <translation>requiere inicio de sesión</translation>
    </message>
    <message>
        <source>keychain locked</source>
        <translation>llavero bloqueado</translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation>certificado no confiable</translation>
    </message>
    <message>
        <source>not an Argo CD server</source>
        <translation>no es un servidor de Argo CD</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>sin permiso</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Sync</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Está fallando</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>No se puede leer</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 durante %2</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>ya no existe</translation>
    </message>
    <message>
        <source>, then </source>
        <translation>, luego </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n failing</source>
        <translation>
            <numerusform>%n está fallando</numerusform>
            <numerusform>%n están fallando</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blocked</source>
        <translation>
            <numerusform>%n bloqueado</numerusform>
            <numerusform>%n bloqueados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in progress</source>
        <translation>
            <numerusform>%n en curso</numerusform>
            <numerusform>%n en curso</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unseen, with a failure</source>
        <translation>
            <numerusform>%n sin ver, con un fallo</numerusform>
            <numerusform>%n sin ver, con un fallo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unseen</source>
        <translation>
            <numerusform>%n sin ver</numerusform>
            <numerusform>%n sin ver</numerusform>
        </translation>
    </message>
    <message>
        <source>no watches</source>
        <translation>sin seguimientos</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>silenciado</translation>
    </message>
    <message>
        <source>Lynceus: %1</source>
        <translation>Lynceus: %1</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>the application</source>
        <translation>la aplicación</translation>
    </message>
    <message>
        <source>%1 is still running</source>
        <translation>%1 sigue en ejecución</translation>
    </message>
    <message>
        <source>%1 is not healthy yet</source>
        <translation>%1 aún no está Healthy</translation>
    </message>
    <message>
        <source>%1 is not scheduled yet</source>
        <translation>%1 aún no está asignado a un nodo</translation>
    </message>
    <message>
        <source>%1 is creating its containers or pulling images</source>
        <translation>%1 está creando sus contenedores o descargando imágenes</translation>
    </message>
    <message>
        <source>%1 is running but not ready yet</source>
        <translation>%1 está en ejecución, pero aún no está listo</translation>
    </message>
    <message>
        <source>%1 is starting</source>
        <translation>%1 está iniciando</translation>
    </message>
    <message>
        <source>the pods of %1 are ready; it does not report whether others follow</source>
        <translation>los pods de %1 están listos; no informa si seguirán otros</translation>
    </message>
    <message>
        <source>%1 is starting (%2)</source>
        <translation>%1 está iniciando (%2)</translation>
    </message>
    <message>
        <source>%1 has no new pod yet</source>
        <translation>%1 aún no tiene ningún pod nuevo</translation>
    </message>
    <message>
        <source>%1 has %2 of %3 new pods; the next one has not been created yet</source>
        <translation>%1 tiene %2 de %3 pods nuevos; el siguiente aún no se ha creado</translation>
    </message>
    <message>
        <source>%1 is scaled to 0 replicas: judged by its manifest</source>
        <translation>%1 está escalado a 0 réplicas: se evalúa por su manifiesto</translation>
    </message>
    <message>
        <source>%1 starts pods only on its schedule: judged by its manifest</source>
        <translation>%1 solo inicia pods según su programación: se evalúa por su manifiesto</translation>
    </message>
    <message>
        <source>%1 has completed and its pods were removed: judged by its manifest and health</source>
        <translation>%1 ha terminado y sus pods se eliminaron: se evalúa por su manifiesto y su salud</translation>
    </message>
    <message>
        <source>the application has no workloads: judged by its sync status and health</source>
        <translation>la aplicación no tiene cargas de trabajo: se evalúa por su estado de sync y su salud</translation>
    </message>
    <message>
        <source>the application has no workloads of its own: the applications that it manages are not judged</source>
        <translation>la aplicación no tiene cargas de trabajo propias: las aplicaciones que gestiona no se evalúan</translation>
    </message>
    <message>
        <source>%1 has succeeded and was then deleted: judged by its success</source>
        <translation>%1 se completó con éxito y luego se eliminó: se evalúa por su éxito</translation>
    </message>
    <message>
        <source>%1 uses the image but has no pods: judged by its manifest and health</source>
        <translation>%1 usa la imagen pero no tiene pods: se evalúa por su manifiesto y su salud</translation>
    </message>
    <message>
        <source>the pods of %1 are not visible to this account: judged by its health</source>
        <translation>los pods de %1 no son visibles para esta cuenta: se evalúa por su salud</translation>
    </message>
    <message>
        <source>%1 runs the image in the cluster, but the desired image in git is %2</source>
        <translation>%1 ejecuta la imagen en el clúster, pero la imagen deseada en git es %2</translation>
    </message>
    <message>
        <source>%1 keeps another image</source>
        <translation>%1 conserva otra imagen</translation>
    </message>
    <message>
        <source>%1 keeps %2</source>
        <translation>%1 conserva %2</translation>
    </message>
    <message>
        <source>: the application ignores this difference (ignoreDifferences)</source>
        <translation>: la aplicación ignora esta diferencia (ignoreDifferences)</translation>
    </message>
    <message>
        <source>: the application ignores differences in %1</source>
        <translation>: la aplicación ignora las diferencias en %1</translation>
    </message>
    <message>
        <source>%1 replaces a pod only after it is deleted (update strategy OnDelete)</source>
        <translation>%1 solo reemplaza un pod después de eliminarlo (estrategia de actualización OnDelete)</translation>
    </message>
    <message>
        <source>%1 keeps the old version on its pods below ordinal %2 (partition %2)</source>
        <translation>%1 conserva la versión antigua en sus pods con ordinal inferior a %2 (partition %2)</translation>
    </message>
    <message>
        <source>the update strategy of %1 keeps old pods</source>
        <translation>la estrategia de actualización de %1 conserva los pods antiguos</translation>
    </message>
    <message>
        <source>the expected version was deployed before, Argo CD now compares with %1, and nothing proves that this includes it</source>
        <translation>la versión esperada se desplegó antes, Argo CD compara ahora con %1 y nada demuestra que esta la incluya</translation>
    </message>
    <message>
        <source>the expected version was applied, but Argo CD now compares with %1, which is not applied</source>
        <translation>la versión esperada se aplicó, pero Argo CD compara ahora con %1, que no está aplicada</translation>
    </message>
    <message>
        <source>the tag is that of one of several sources since before the watch began, so it proves nothing about the others</source>
        <translation>la etiqueta es la de una de varias fuentes desde antes de comenzar el seguimiento, por lo que no demuestra nada sobre las demás</translation>
    </message>
    <message>
        <source>Argo CD compares with %1, and nothing proves that this includes the expected version</source>
        <translation>Argo CD compara con %1 y nada demuestra que esta incluya la versión esperada</translation>
    </message>
    <message>
        <source>ApplicationSet %1 has not reached the step of this application: it waits for application %2 (%3)</source>
        <translation>el ApplicationSet %1 no ha llegado al paso de esta aplicación: espera a la aplicación %2 (%3)</translation>
    </message>
    <message>
        <source>the ApplicationSet has not reached the step of this application</source>
        <translation>el ApplicationSet no ha llegado al paso de esta aplicación</translation>
    </message>
    <message>
        <source>ApplicationSet %1 has not reached the step of this application</source>
        <translation>el ApplicationSet %1 no ha llegado al paso de esta aplicación</translation>
    </message>
    <message>
        <source>auto-sync is off, and the application was rolled back to an older deployment</source>
        <translation>auto-sync está desactivado y la aplicación se revirtió a un despliegue anterior</translation>
    </message>
    <message>
        <source>auto-sync is off and the application is out of sync</source>
        <translation>auto-sync está desactivado y la aplicación está OutOfSync</translation>
    </message>
    <message>
        <source>a sync window blocks syncs until %1</source>
        <translation>una ventana de sincronización bloquea las sincronizaciones hasta %1</translation>
    </message>
    <message>
        <source>a sync window blocks syncs</source>
        <translation>una ventana de sincronización bloquea las sincronizaciones</translation>
    </message>
    <message>
        <source>%1 is suspended</source>
        <translation>%1 está suspendido</translation>
    </message>
    <message>
        <source>%1 is suspended (%2)</source>
        <translation>%1 está suspendido (%2)</translation>
    </message>
    <message>
        <source>%1 is paused</source>
        <translation>%1 está en pausa</translation>
    </message>
    <message>
        <source>an annotation makes Argo CD skip this application</source>
        <translation>una anotación hace que Argo CD omita esta aplicación</translation>
    </message>
    <message>
        <source>Argo CD has not noticed the expected version yet</source>
        <translation>Argo CD aún no ha detectado la versión esperada</translation>
    </message>
    <message>
        <source>Argo CD has not noticed the image yet</source>
        <translation>Argo CD aún no ha detectado la imagen</translation>
    </message>
    <message>
        <source>an operation for another revision is running</source>
        <translation>hay una operación en curso para otra revisión</translation>
    </message>
    <message>
        <source>the sync has not reached this wave yet</source>
        <translation>la sincronización aún no ha llegado a esta oleada</translation>
    </message>
    <message>
        <source>the sync is waiting for %1 in an earlier wave</source>
        <translation>la sincronización espera a %1 en una oleada anterior</translation>
    </message>
    <message>
        <source>the sync is waiting for a hook</source>
        <translation>la sincronización espera a un hook</translation>
    </message>
    <message>
        <source>%1 is healthy, but pods of the old version remain</source>
        <translation>%1 está Healthy, pero quedan pods de la versión antigua</translation>
    </message>
    <message>
        <source>the Argo CD application controller does not process the refresh</source>
        <translation>el controlador de aplicaciones de Argo CD no procesa la actualización</translation>
    </message>
    <message>
        <source>Argo CD cannot read the repository</source>
        <translation>Argo CD no puede leer el repositorio</translation>
    </message>
    <message>
        <source>the new pods of %1 run another image</source>
        <translation>los pods nuevos de %1 ejecutan otra imagen</translation>
    </message>
    <message>
        <source>the new pods of %1 run %2 instead</source>
        <translation>los pods nuevos de %1 ejecutan %2 en su lugar</translation>
    </message>
    <message>
        <source>%1 is no longer in git, pruning is off, and its pods still run</source>
        <translation>%1 ya no está en git, prune está desactivado y sus pods siguen en ejecución</translation>
    </message>
    <message>
        <source>Argo CD cannot render the desired state</source>
        <translation>Argo CD no puede generar el estado deseado</translation>
    </message>
    <message>
        <source>the instance does not respond</source>
        <translation>la instancia no responde</translation>
    </message>
    <message>
        <source>the token is missing, expired or rejected</source>
        <translation>el token falta, ha caducado o fue rechazado</translation>
    </message>
    <message>
        <source>this account does not have all required permissions</source>
        <translation>esta cuenta no tiene todos los permisos necesarios</translation>
    </message>
    <message>
        <source>no data received since %1</source>
        <translation>no se han recibido datos desde %1</translation>
    </message>
    <message>
        <source>no data received for a while</source>
        <translation>no se han recibido datos desde hace un tiempo</translation>
    </message>
    <message>
        <source>%1 of the old version is not ready, and Kubernetes waits for it before updating other pods</source>
        <translation>%1 de la versión antigua no está listo, y Kubernetes lo espera antes de actualizar otros pods</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1, desde %2</translation>
    </message>
    <message>
        <source>it has no child applications yet</source>
        <translation>aún no tiene aplicaciones hijas</translation>
    </message>
    <message>
        <source>%1 has not been created yet</source>
        <translation>%1 aún no se ha creado</translation>
    </message>
    <message>
        <source>the application is out of sync, and Argo CD has not started a sync</source>
        <translation>la aplicación está OutOfSync y Argo CD no ha iniciado ninguna sincronización</translation>
    </message>
    <message>
        <source>the sync is still running</source>
        <translation>la sincronización sigue en curso</translation>
    </message>
    <message>
        <source>Argo CD has not compared the application again</source>
        <translation>Argo CD no ha vuelto a comparar la aplicación</translation>
    </message>
    <message>
        <source>sync it manually, or enable auto-sync</source>
        <translation>sincronizarla manualmente o activar auto-sync</translation>
    </message>
    <message>
        <source>auto-sync tries each commit only once; sync manually</source>
        <translation>auto-sync intenta cada commit una sola vez; sincronizar manualmente</translation>
    </message>
    <message>
        <source>find out why it was rolled back before you sync it</source>
        <translation>averiguar por qué se revirtió antes de sincronizarla</translation>
    </message>
    <message>
        <source>check how its ApplicationSet syncs it</source>
        <translation>comprobar cómo la sincroniza su ApplicationSet</translation>
    </message>
    <message>
        <source>commit this image to git if it is meant to stay</source>
        <translation>hacer commit de esta imagen en git si debe mantenerse</translation>
    </message>
    <message>
        <source>wait until it ends, or ask your administrator to change it</source>
        <translation>esperar a que termine o pedir al administrador que la cambie</translation>
    </message>
    <message>
        <source>promote or resume it, or accept it with --accept-suspended</source>
        <translation>promoverlo o reanudarlo, o aceptarlo con --accept-suspended</translation>
    </message>
    <message>
        <source>resume it</source>
        <translation>reanudarlo</translation>
    </message>
    <message>
        <source>remove the annotation argocd.argoproj.io/skip-reconcile</source>
        <translation>quitar la anotación argocd.argoproj.io/skip-reconcile</translation>
    </message>
    <message>
        <source>it checks git every few minutes; make sure that the commit is pushed</source>
        <translation>comprueba git cada pocos minutos; asegurarse de haber hecho push del commit</translation>
    </message>
    <message>
        <source>wait until it ends</source>
        <translation>esperar a que termine</translation>
    </message>
    <message>
        <source>check the update strategy and why the old pods remain</source>
        <translation>comprobar la estrategia de actualización y por qué quedan los pods antiguos</translation>
    </message>
    <message>
        <source>continue the update as this workload requires; the old pods are kept on purpose</source>
        <translation>continuar la actualización como lo requiere esta carga de trabajo; los pods antiguos se conservan a propósito</translation>
    </message>
    <message>
        <source>ask your Argo CD administrator to check the application controller</source>
        <translation>pedir al administrador de Argo CD que compruebe el controlador de aplicaciones</translation>
    </message>
    <message>
        <source>check the repository&apos;s address and credentials in Argo CD</source>
        <translation>comprobar la dirección y las credenciales del repositorio en Argo CD</translation>
    </message>
    <message>
        <source>change the image where it is managed, or remove the field from ignoreDifferences</source>
        <translation>cambiar la imagen donde se gestiona, o quitar el campo de ignoreDifferences</translation>
    </message>
    <message>
        <source>watch the image reference that the pods use</source>
        <translation>seguir la referencia de imagen que usan los pods</translation>
    </message>
    <message>
        <source>if this is a registry mirror, use --registry-proxy %1</source>
        <translation>si se trata de una réplica del registro de imágenes, usar --registry-proxy %1</translation>
    </message>
    <message>
        <source>check this pod: the rollout continues when it is ready or deleted</source>
        <translation>comprobar este pod: el despliegue continúa cuando esté listo o se elimine</translation>
    </message>
    <message>
        <source>check the applications in the earlier steps</source>
        <translation>comprobar las aplicaciones de los pasos anteriores</translation>
    </message>
    <message>
        <source>prune it in Argo CD if it is no longer needed</source>
        <translation>eliminarlo con prune en Argo CD si ya no se necesita</translation>
    </message>
    <message>
        <source>fix the manifests or their parameters in git</source>
        <translation>corregir los manifiestos o sus parámetros en git</translation>
    </message>
    <message>
        <source>check the network and the address</source>
        <translation>comprobar la red y la dirección</translation>
    </message>
    <message>
        <source>sign in again</source>
        <translation>iniciar sesión de nuevo</translation>
    </message>
    <message>
        <source>ask your administrator for access to this application (applications, get)</source>
        <translation>pedir al administrador acceso a esta aplicación (applications, get)</translation>
    </message>
    <message>
        <source>check the name, and that this account has access to the application once it is created</source>
        <translation>comprobar el nombre, y que esta cuenta tenga acceso a la aplicación una vez creada</translation>
    </message>
    <message>
        <source>check the application&apos;s history, or expect the revision that Argo CD compares with</source>
        <translation>comprobar el historial de la aplicación, o esperar la revisión con la que compara Argo CD</translation>
    </message>
    <message>
        <source>it was already running when the watch started</source>
        <translation>ya estaba en ejecución cuando comenzó el seguimiento</translation>
    </message>
    <message>
        <source>%1 is suspended, which was accepted</source>
        <translation>%1 está suspendido, lo cual se aceptó</translation>
    </message>
    <message>
        <source>%1 keeps 1 old pod for a while</source>
        <translation>%1 conserva 1 pod antiguo por un tiempo</translation>
    </message>
    <message>
        <source>%1 keeps %2 old pods for a while</source>
        <translation>%1 conserva %2 pods antiguos por un tiempo</translation>
    </message>
    <message>
        <source>%1 came first</source>
        <translation>%1 llegó primero</translation>
    </message>
    <message>
        <source>%1 fails, but is not part of this release</source>
        <translation>%1 falla, pero no forma parte de esta release</translation>
    </message>
    <message>
        <source>the desired state in git has another version; the next sync applies it</source>
        <translation>el estado deseado en git tiene otra versión; la próxima sincronización la aplica</translation>
    </message>
    <message>
        <source>the desired state in git has %1; the next sync applies it</source>
        <translation>el estado deseado en git tiene %1; la próxima sincronización lo aplica</translation>
    </message>
    <message>
        <source>the tag of %1 can be moved: only a digest identifies the version</source>
        <translation>la etiqueta de %1 puede moverse: solo un digest identifica la versión</translation>
    </message>
    <message>
        <source>the name %1 can be moved: only a commit identifies the version</source>
        <translation>el nombre %1 puede moverse: solo un commit identifica la versión</translation>
    </message>
    <message>
        <source>%1 was applied after the expected version and is running now</source>
        <translation>%1 se aplicó después de la versión esperada y está en ejecución ahora</translation>
    </message>
    <message>
        <source>no operation applied the version: Argo CD found nothing to change</source>
        <translation>ninguna operación aplicó la versión: Argo CD no encontró nada que cambiar</translation>
    </message>
    <message>
        <source>this account cannot read logs in project %1</source>
        <translation>esta cuenta no puede leer registros en el proyecto %1</translation>
    </message>
    <message>
        <source>%1 of 1 pod runs the new version</source>
        <translation>%1 de 1 pod ejecuta la nueva versión</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n pods run the new version</source>
        <translation>
            <numerusform>%1 de %n pod ejecuta la nueva versión</numerusform>
            <numerusform>%1 de %n pods ejecutan la nueva versión</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for Argo CD to notice the image</source>
        <translation>Esperando a que Argo CD detecte la imagen</translation>
    </message>
    <message>
        <source>Noticed, not applied yet</source>
        <translation>Detectado, aún no aplicado</translation>
    </message>
    <message>
        <source>Applied, waiting for new pods</source>
        <translation>Aplicado, esperando pods nuevos</translation>
    </message>
    <message>
        <source>Rolling out</source>
        <translation>Desplegando</translation>
    </message>
    <message>
        <source>Running, bake time not over yet</source>
        <translation>En ejecución, tiempo de observación no cumplido</translation>
    </message>
    <message>
        <source>Running and stable</source>
        <translation>En ejecución y estable</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n pods</source>
        <translation>
            <numerusform>%1 de %n pod</numerusform>
            <numerusform>%1 de %n pods</numerusform>
        </translation>
    </message>
    <message>
        <source>stable for %1</source>
        <translation>estable desde hace %1</translation>
    </message>
    <message>
        <source>Deployed</source>
        <translation>Desplegado</translation>
    </message>
    <message>
        <source>replaced by a newer watch</source>
        <translation>reemplazado por un seguimiento más reciente</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>late, %1</source>
        <translation>con retraso, %1</translation>
    </message>
    <message>
        <source>The team server waits for %1.</source>
        <translation>El servidor de equipo espera a %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n deployed</source>
        <translation>
            <numerusform>%1 de %n desplegado</numerusform>
            <numerusform>%1 de %n desplegados</numerusform>
        </translation>
    </message>
    <message>
        <source>next</source>
        <translation>siguiente</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>normalmente %1</translation>
    </message>
    <message>
        <source>%1 is on it</source>
        <translation>%1 está a cargo</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>desde hace %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>quedan %1</translation>
    </message>
    <message>
        <source>deadline passed</source>
        <translation>fecha límite vencida</translation>
    </message>
    <message>
        <source>ended %1, after %2</source>
        <translation>fin: %1, tras %2</translation>
    </message>
    <message>
        <source>in progress for %1</source>
        <translation>en curso desde hace %1</translation>
    </message>
    <message>
        <source>until %1, %2 left</source>
        <translation>hasta %1, quedan %2</translation>
    </message>
    <message>
        <source>deadline passed, waiting for the last observation</source>
        <translation>fecha límite vencida, esperando la última observación</translation>
    </message>
    <message>
        <source>%1 cannot pull %2</source>
        <translation>%1 no puede descargar %2</translation>
    </message>
    <message>
        <source>%1 crashed</source>
        <translation>%1 terminó con error</translation>
    </message>
    <message>
        <source>%1 crashed, 1 restart</source>
        <translation>%1 terminó con error, 1 reinicio</translation>
    </message>
    <message numerus="yes">
        <source>%1 keeps crashing, %n restarts</source>
        <translation>
            <numerusform>%1 termina una y otra vez con error, %n reinicio</numerusform>
            <numerusform>%1 termina una y otra vez con error, %n reinicios</numerusform>
        </translation>
    </message>
    <message>
        <source>hook %1 failed, attempt %2</source>
        <translation>el hook %1 falló, intento %2</translation>
    </message>
    <message>
        <source>hook %1 failed</source>
        <translation>el hook %1 falló</translation>
    </message>
    <message>
        <source>no manifest of %1 uses %2</source>
        <translation>ningún manifiesto de %1 usa %2</translation>
    </message>
    <message>
        <source>%1; it manages other applications, watch %2 instead</source>
        <translation>%1; gestiona otras aplicaciones, seguir %2 en su lugar</translation>
    </message>
    <message>
        <source> or </source>
        <translation> o </translation>
    </message>
    <message>
        <source>%1 was parsed as an image name</source>
        <translation>%1 se interpretó como nombre de imagen</translation>
    </message>
    <message>
        <source>%1; did you mean %2?</source>
        <translation>%1; ¿quiso decir %2?</translation>
    </message>
    <message>
        <source>%1; its images are %2</source>
        <translation>%1; sus imágenes son %2</translation>
    </message>
    <message>
        <source>%1 was replaced by another version</source>
        <translation>%1 fue reemplazado por otra versión</translation>
    </message>
    <message>
        <source>%1 was rolled back to %2</source>
        <translation>%1 se revirtió a %2</translation>
    </message>
    <message>
        <source>%1 was replaced by %2</source>
        <translation>%1 fue reemplazado por %2</translation>
    </message>
    <message>
        <source>%1 failed after it had been running</source>
        <translation>%1 falló después de haber estado en ejecución</translation>
    </message>
    <message>
        <source>%1 cannot start its container</source>
        <translation>%1 no puede iniciar su contenedor</translation>
    </message>
    <message>
        <source>%1 cannot start because an init container fails</source>
        <translation>%1 no puede iniciarse porque falla un contenedor init</translation>
    </message>
    <message>
        <source>%1 cannot start because init container %2 fails</source>
        <translation>%1 no puede iniciarse porque falla el contenedor init %2</translation>
    </message>
    <message>
        <source>%1 cannot be scheduled on any node</source>
        <translation>%1 no se puede asignar a ningún nodo</translation>
    </message>
    <message>
        <source>%1 cannot mount a volume</source>
        <translation>%1 no puede montar un volumen</translation>
    </message>
    <message>
        <source>%1 cannot create pods because a quota is exceeded</source>
        <translation>%1 no puede crear pods porque se superó una cuota</translation>
    </message>
    <message>
        <source>%1 runs but does not become ready</source>
        <translation>%1 se ejecuta pero no llega a estar listo</translation>
    </message>
    <message>
        <source>%1 exceeded its progress deadline</source>
        <translation>%1 superó su plazo de progreso</translation>
    </message>
    <message>
        <source>%1 was aborted</source>
        <translation>%1 fue abortado</translation>
    </message>
    <message>
        <source>the sync of %1 failed</source>
        <translation>la sincronización de %1 falló</translation>
    </message>
    <message>
        <source>the sync of %1 could not run</source>
        <translation>la sincronización de %1 no se pudo ejecutar</translation>
    </message>
    <message>
        <source>Argo CD cannot compare the application with git</source>
        <translation>Argo CD no puede comparar la aplicación con git</translation>
    </message>
    <message>
        <source>the application spec is invalid</source>
        <translation>la spec de la aplicación no es válida</translation>
    </message>
    <message>
        <source>the cluster rejected %1</source>
        <translation>el clúster rechazó %1</translation>
    </message>
    <message>
        <source>%1 is degraded</source>
        <translation>%1 está Degraded</translation>
    </message>
    <message>
        <source>%1 cannot be watched with its children</source>
        <translation>%1 no se puede seguir con sus aplicaciones hijas</translation>
    </message>
    <message>
        <source>%1 was removed from git but not pruned</source>
        <translation>%1 se quitó de git, pero sin prune</translation>
    </message>
    <message>
        <source>%1 is out of sync</source>
        <translation>%1 está OutOfSync</translation>
    </message>
    <message>
        <source>%1 does not exist, or this account does not have access to it</source>
        <translation>%1 no existe o esta cuenta no tiene acceso</translation>
    </message>
    <message>
        <source>the registry limits pulls</source>
        <translation>el registro de imágenes limita las descargas</translation>
    </message>
    <message>
        <source>the registry&apos;s certificate is not trusted</source>
        <translation>el certificado del registro de imágenes no es de confianza</translation>
    </message>
    <message>
        <source>not built for the node&apos;s platform</source>
        <translation>no compilada para la plataforma del nodo</translation>
    </message>
    <message>
        <source>invalid image name</source>
        <translation>nombre de imagen no válido</translation>
    </message>
    <message>
        <source>not on the node, and its pull policy is Never</source>
        <translation>no está en el nodo y su pull policy es Never</translation>
    </message>
    <message>
        <source>access denied</source>
        <translation>acceso denegado</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>no encontrada</translation>
    </message>
    <message>
        <source>the registry cannot be reached</source>
        <translation>no se puede acceder al registro de imágenes</translation>
    </message>
    <message>
        <source>pod …%1</source>
        <translation>pod …%1</translation>
    </message>
    <message>
        <source>pod %1</source>
        <translation>pod %1</translation>
    </message>
    <message>
        <source>Image cannot be pulled: %1</source>
        <translation>No se puede descargar la imagen: %1</translation>
    </message>
    <message>
        <source>Image not found: %1</source>
        <translation>Imagen no encontrada: %1</translation>
    </message>
    <message>
        <source>Image cannot be pulled (%1): %2</source>
        <translation>No se puede descargar la imagen (%1): %2</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>Terminó con error</translation>
    </message>
    <message>
        <source>Crashed, 1 restart</source>
        <translation>Terminó con error, 1 reinicio</translation>
    </message>
    <message numerus="yes">
        <source>Keeps crashing, %n restarts</source>
        <translation>
            <numerusform>Termina una y otra vez con error, %n reinicio</numerusform>
            <numerusform>Termina una y otra vez con error, %n reinicios</numerusform>
        </translation>
    </message>
    <message>
        <source>Init container fails</source>
        <translation>Falla un contenedor init</translation>
    </message>
    <message>
        <source>Init container %1 fails</source>
        <translation>Falla el contenedor init %1</translation>
    </message>
    <message>
        <source>Container cannot start</source>
        <translation>No se puede iniciar el contenedor</translation>
    </message>
    <message>
        <source>Cannot be scheduled on any node</source>
        <translation>No se puede asignar a ningún nodo</translation>
    </message>
    <message>
        <source>Volume cannot be mounted</source>
        <translation>No se puede montar el volumen</translation>
    </message>
    <message>
        <source>Quota exceeded</source>
        <translation>Cuota superada</translation>
    </message>
    <message>
        <source>Runs but does not become ready</source>
        <translation>Se ejecuta pero no llega a estar listo</translation>
    </message>
    <message>
        <source>waiting for Argo CD to notice %1</source>
        <translation>esperando a que Argo CD detecte %1</translation>
    </message>
    <message>
        <source>Argo CD has noticed %1 but not applied it yet</source>
        <translation>Argo CD ha detectado %1, pero aún no lo ha aplicado</translation>
    </message>
    <message>
        <source>%1 is applied, waiting for new pods</source>
        <translation>%1 está aplicado, esperando pods nuevos</translation>
    </message>
    <message>
        <source>%1 is rolling out</source>
        <translation>%1 se está desplegando</translation>
    </message>
    <message>
        <source>%1 is running, the bake time is not over yet</source>
        <translation>%1 está en ejecución, el tiempo de observación no se ha cumplido</translation>
    </message>
    <message>
        <source>%1 is running and stable</source>
        <translation>%1 está en ejecución y estable</translation>
    </message>
    <message>
        <source>%1 runs %2</source>
        <translation>%1 ejecuta %2</translation>
    </message>
    <message>
        <source>%1 could not be observed</source>
        <translation>%1 no se pudo observar</translation>
    </message>
    <message>
        <source>the release failed</source>
        <translation>la release falló</translation>
    </message>
    <message>
        <source>not deployed in time: %1</source>
        <translation>no desplegado a tiempo: %1</translation>
    </message>
    <message>
        <source>sign in to %1: the token is missing, expired or rejected</source>
        <translation>iniciar sesión en %1: el token falta, ha caducado o fue rechazado</translation>
    </message>
    <message>
        <source>the watch was cancelled</source>
        <translation>el seguimiento se canceló</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n new pods ready</source>
        <translation>
            <numerusform>%1 de %n pod nuevo listo</numerusform>
            <numerusform>%1 de %n pods nuevos listos</numerusform>
        </translation>
    </message>
    <message>
        <source>1 old pod is still serving</source>
        <translation>1 pod antiguo sigue en servicio</translation>
    </message>
    <message numerus="yes">
        <source>%n old pods are still serving</source>
        <translation>
            <numerusform>%n pod antiguo sigue en servicio</numerusform>
            <numerusform>%n pods antiguos siguen en servicio</numerusform>
        </translation>
    </message>
    <message>
        <source>1 old pod is not ready</source>
        <translation>1 pod antiguo no está listo</translation>
    </message>
    <message numerus="yes">
        <source>%n old pods are not ready</source>
        <translation>
            <numerusform>%n pod antiguo no está listo</numerusform>
            <numerusform>%n pods antiguos no están listos</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>deployed</source>
        <translation>desplegado</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallido</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>tiempo agotado</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation>reemplazado</translation>
    </message>
    <message>
        <source>aborted</source>
        <translation>interrumpido</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>ya no existe</translation>
    </message>
    <message>
        <source>sign-in needed</source>
        <translation>requiere inicio de sesión</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelado</translation>
    </message>
    <message>
        <source>not noticed yet</source>
        <translation>aún no detectado</translation>
    </message>
    <message>
        <source>noticed</source>
        <translation>detectado</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>aplicado</translation>
    </message>
    <message>
        <source>rolling</source>
        <translation>desplegando</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en ejecución</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>estable</translation>
    </message>
    <message>
        <source>application %1</source>
        <translation>aplicación %1</translation>
    </message>
    <message>
        <source>revision %1</source>
        <translation>revisión %1</translation>
    </message>
    <message>
        <source>chart version %1</source>
        <translation>versión de chart %1</translation>
    </message>
    <message>
        <source>the next version</source>
        <translation>la próxima versión</translation>
    </message>
    <message>
        <source>Argo CD has not noticed the expected version within the usual %1</source>
        <translation>Argo CD no ha detectado la versión esperada en el plazo habitual (%1)</translation>
    </message>
    <message>
        <source>Argo CD has not noticed the image within the usual %1</source>
        <translation>Argo CD no ha detectado la imagen en el plazo habitual (%1)</translation>
    </message>
</context>
<context>
    <name>WatchPlan</name>
    <message>
        <source>already runs it</source>
        <translation>ya lo ejecuta</translation>
    </message>
    <message>
        <source>already watched</source>
        <translation>ya seguida</translation>
    </message>
    <message>
        <source>auto-sync is off, sync manually</source>
        <translation>auto-sync desactivado, sincronizar manualmente</translation>
    </message>
    <message>
        <source>sync window closed until %1</source>
        <translation>ventana de sincronización cerrada hasta %1</translation>
    </message>
    <message>
        <source>sync window closed</source>
        <translation>ventana de sincronización cerrada</translation>
    </message>
    <message>
        <source>Argo CD skips it (annotation)</source>
        <translation>Argo CD la omite (anotación)</translation>
    </message>
    <message>
        <source>this tag can be moved: only a digest identifies the version</source>
        <translation>esta etiqueta puede moverse: solo un digest identifica la versión</translation>
    </message>
    <message>
        <source>runs no image now: enter the full image reference</source>
        <translation>ahora no ejecuta ninguna imagen: introducir la referencia de imagen completa</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 min</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 min</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>mañana</translation>
    </message>
    <message>
        <source>median %1, 90th percentile %2</source>
        <translation>mediana %1, percentil 90 %2</translation>
    </message>
    <message>
        <source>1 application</source>
        <translation>1 aplicación</translation>
    </message>
    <message numerus="yes">
        <source>%n applications</source>
        <translation>
            <numerusform>%n aplicación</numerusform>
            <numerusform>%n aplicaciones</numerusform>
        </translation>
    </message>
    <message>
        <source>1 instance</source>
        <translation>1 instancia</translation>
    </message>
    <message numerus="yes">
        <source>%n instances</source>
        <translation>
            <numerusform>%n instancia</numerusform>
            <numerusform>%n instancias</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2, as selected</source>
        <translation>%1 en %2, según la selección</translation>
    </message>
    <message>
        <source>No applications are known yet: sign in to an instance first.</source>
        <translation>Aún no se conocen aplicaciones: inicie sesión primero en una instancia.</translation>
    </message>
    <message>
        <source>Paste an image, or type part of the name of an image or application.</source>
        <translation>Pegue una imagen o escriba parte del nombre de una imagen o aplicación.</translation>
    </message>
    <message>
        <source>No application uses %1.</source>
        <translation>Ninguna aplicación usa %1.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>¿Quiso decir %1?</translation>
    </message>
    <message>
        <source>%1 on %2 match</source>
        <translation>Coinciden %1 en %2</translation>
    </message>
    <message>
        <source>%1 on %2 runs %3</source>
        <translation>%1 en %2 ejecuta %3</translation>
    </message>
    <message>
        <source>%1 on %2 run %3</source>
        <translation>%1 en %2 ejecutan %3</translation>
    </message>
    <message numerus="yes">
        <source>the first %n are shown, type more to narrow the list</source>
        <translation>
            <numerusform>se muestra el primero (%n), escriba más para acotar la lista</numerusform>
            <numerusform>se muestran los primeros %n, escriba más para acotar la lista</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lynceus::AddInstanceDialog</name>
    <message>
        <source>SHA-256: %1
For: %2
Issued by: %3
Valid: %4 – %5</source>
        <translation>SHA-256: %1
Para: %2
Emitido por: %3
Válido: %4 – %5</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Add an instance</source>
        <translation>Añadir una instancia</translation>
    </message>
    <message>
        <source>Change the address of %1</source>
        <translation>Cambiar la dirección de %1</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Dirección del servidor</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>Not needed if tasks can be read without a token</source>
        <translation>No es necesario si las tareas se pueden leer sin token</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>&amp;Address of the Argo CD server or the team server, as in your browser</source>
        <translation>&amp;Dirección del servidor de Argo CD o del servidor de equipo, como en el navegador</translation>
    </message>
    <message>
        <source>&amp;Address of the Argo CD server, as in your browser</source>
        <translation>&amp;Dirección del servidor de Argo CD, como en el navegador</translation>
    </message>
    <message>
        <source>Contacting %1…</source>
        <translation>Contactando con %1…</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted.</source>
        <translation>El certificado del servidor no es de confianza.</translation>
    </message>
    <message>
        <source>The server&apos;s configured URL is %1. Single sign-on uses that URL.</source>
        <translation>La URL configurada del servidor es %1. El inicio de sesión único usa esa URL.</translation>
    </message>
    <message>
        <source>Its tasks appear on the board and in Deployments, marked with its name.</source>
        <translation>Sus tareas aparecen en el tablero y en Despliegues, marcadas con su nombre.</translation>
    </message>
    <message>
        <source>This address redirects to %1.</source>
        <translation>Esta dirección redirige a %1.</translation>
    </message>
    <message>
        <source>Add %1 instead? No data was sent to it.</source>
        <translation>¿Añadir %1 en su lugar? No se le han enviado datos.</translation>
    </message>
    <message>
        <source>Use %1 instead? No data was sent to it.</source>
        <translation>¿Usar %1 en su lugar? No se le han enviado datos.</translation>
    </message>
    <message>
        <source>Use that address</source>
        <translation>Usar esa dirección</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>Confiar en este certificado</translation>
    </message>
    <message>
        <source>In the browser</source>
        <translation>En el navegador</translation>
    </message>
    <message>
        <source>In the browser, with %1</source>
        <translation>En el navegador, con %1</translation>
    </message>
    <message>
        <source>With a user name and a password</source>
        <translation>Con usuario y contraseña</translation>
    </message>
    <message>
        <source>With a token</source>
        <translation>Con un token</translation>
    </message>
    <message>
        <source>No sign-in (anonymous access)</source>
        <translation>Sin iniciar sesión (acceso anónimo)</translation>
    </message>
</context>
<context>
    <name>lynceus::Announcer</name>
    <message>
        <source>%1 on %2: %3. %4</source>
        <translation>%1 en %2: %3. %4</translation>
    </message>
    <message>
        <source>failing</source>
        <translation>está fallando</translation>
    </message>
</context>
<context>
    <name>lynceus::ApplicationsModel</name>
    <message>
        <source>%1, pinned</source>
        <translation>%1, fijada</translation>
    </message>
</context>
<context>
    <name>lynceus::ApplicationsPage</name>
    <message>
        <source>Applications</source>
        <translation>Aplicaciones</translation>
    </message>
    <message>
        <source>Filter applications</source>
        <translation>Filtrar aplicaciones</translation>
    </message>
    <message>
        <source>Filter: health:degraded instance:prod image:shop-web</source>
        <translation>Filtro: health:degraded instance:prod image:shop-web</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardados</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Filtros guardados</translation>
    </message>
    <message>
        <source>why?</source>
        <translation>¿por qué?</translation>
    </message>
    <message>
        <source>Watch %1</source>
        <translation>Seguir %1</translation>
    </message>
    <message>
        <source>Watch these applications as one release (W)</source>
        <translation>Seguir estas aplicaciones como una sola release (W)</translation>
    </message>
    <message>
        <source>Watch this application (W)</source>
        <translation>Seguir esta aplicación (W)</translation>
    </message>
    <message>
        <source>No applications match the filter</source>
        <translation>Ninguna aplicación coincide con el filtro</translation>
    </message>
    <message>
        <source>The filter hides 1 application.</source>
        <translation>El filtro oculta 1 aplicación.</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides all %Ln applications.</source>
        <translation>
            <numerusform>El filtro oculta la única aplicación (%Ln).</numerusform>
            <numerusform>El filtro oculta las %Ln aplicaciones.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Quitar el filtro</translation>
    </message>
    <message>
        <source>All applications of your Argo CD instances in one table</source>
        <translation>Todas las aplicaciones de sus instancias de Argo&#xa0;CD en una tabla</translation>
    </message>
    <message>
        <source>Loading applications…</source>
        <translation>Cargando aplicaciones…</translation>
    </message>
    <message>
        <source>No applications visible yet</source>
        <translation>Aún no hay aplicaciones visibles</translation>
    </message>
    <message>
        <source>Show instances</source>
        <translation>Mostrar instancias</translation>
    </message>
    <message>
        <source>No applications yet</source>
        <translation>Aún no hay aplicaciones</translation>
    </message>
    <message>
        <source>Applications appear after an instance has responded.</source>
        <translation>Las aplicaciones aparecen después de que responda una instancia.</translation>
    </message>
    <message>
        <source>No applications</source>
        <translation>Sin aplicaciones</translation>
    </message>
    <message>
        <source>Your instances have no applications, or your accounts do not have access to any.</source>
        <translation>Sus instancias no tienen aplicaciones, o sus cuentas no tienen acceso a ninguna.</translation>
    </message>
    <message>
        <source>Watch…</source>
        <translation>Seguir…</translation>
    </message>
    <message>
        <source>Follow…</source>
        <translation>Seguir automáticamente…</translation>
    </message>
    <message>
        <source>Open in Argo CD</source>
        <translation>Abrir en Argo CD</translation>
    </message>
    <message>
        <source>Pin or unpin</source>
        <translation>Fijar o dejar de fijar</translation>
    </message>
    <message>
        <source>Where does this run?</source>
        <translation>¿Dónde se ejecuta?</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>Copiar como tabla</translation>
    </message>
    <message>
        <source>Only this project</source>
        <translation>Solo este proyecto</translation>
    </message>
    <message>
        <source>Only this instance</source>
        <translation>Solo esta instancia</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n seleccionada</numerusform>
            <numerusform>%n seleccionadas</numerusform>
        </translation>
    </message>
    <message>
        <source>This filter</source>
        <translation>Este filtro</translation>
    </message>
    <message>
        <source>Project %1</source>
        <translation>Proyecto %1</translation>
    </message>
    <message>
        <source>on %1 only</source>
        <translation>solo en %1</translation>
    </message>
    <message>
        <source>%1 hides %2: clear it</source>
        <translation>%1 oculta %2: quitar</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>Mostrar todas (%1)</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>Guardar este filtro</translation>
    </message>
    <message>
        <source>Delete this filter</source>
        <translation>Eliminar este filtro</translation>
    </message>
</context>
<context>
    <name>lynceus::ApplicationsView</name>
    <message>
        <source>Applications</source>
        <translation>Aplicaciones</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
</context>
<context>
    <name>lynceus::ArrangeButton</name>
    <message>
        <source>Group by</source>
        <translation>Agrupar por</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Atención</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Entorno</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instancia</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Ordenar por</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Urgencia</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Fecha límite</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Group: %1</source>
        <translation>Grupo: %1</translation>
    </message>
    <message>
        <source>Grouped by %1, sorted by %2</source>
        <translation>Agrupado por %1, ordenado por %2</translation>
    </message>
</context>
<context>
    <name>lynceus::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>lynceus::BoardActions</name>
    <message>
        <source>New watch…</source>
        <translation>Nuevo seguimiento…</translation>
    </message>
    <message>
        <source>New watch from the clipboard</source>
        <translation>Nuevo seguimiento desde el portapapeles</translation>
    </message>
    <message>
        <source>Extend by 10 min</source>
        <translation>Extender 10 min</translation>
    </message>
    <message>
        <source>Extend by 1 h</source>
        <translation>Extender 1 h</translation>
    </message>
    <message>
        <source>Snooze for 1 h</source>
        <translation>Posponer 1 h</translation>
    </message>
    <message>
        <source>Share this watch</source>
        <translation>Compartir este seguimiento</translation>
    </message>
    <message>
        <source>I&apos;m on it</source>
        <translation>Me encargo</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Nota…</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>Cancelar…</translation>
    </message>
    <message>
        <source>Watch again</source>
        <translation>Seguir de nuevo</translation>
    </message>
    <message>
        <source>Open in Argo CD</source>
        <translation>Abrir en Argo CD</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copiar informe</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copiar enlace</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>I&apos;m no longer on it</source>
        <translation>Ya no me encargo</translation>
    </message>
    <message>
        <source>Open on the team server</source>
        <translation>Abrir en el servidor de equipo</translation>
    </message>
    <message>
        <source>Extended by %1</source>
        <translation>Extendido %1</translation>
    </message>
    <message>
        <source>Snoozed for %1, or until its state changes</source>
        <translation>Pospuesto %1, o hasta que cambie su estado</translation>
    </message>
    <message>
        <source>You are no longer on it</source>
        <translation>Ya no está a cargo</translation>
    </message>
    <message>
        <source>%1 is on it</source>
        <translation>%1 está a cargo</translation>
    </message>
    <message>
        <source>Dismissed; still available on the team server</source>
        <translation>Descartado; sigue disponible en el servidor de equipo</translation>
    </message>
    <message>
        <source>Dismissed; still listed in Deployments</source>
        <translation>Descartado; sigue en la lista de Despliegues</translation>
    </message>
    <message>
        <source>Report copied as Markdown</source>
        <translation>Informe copiado como Markdown</translation>
    </message>
    <message>
        <source>Link copied; it opens New watch</source>
        <translation>Enlace copiado; abre Nuevo seguimiento</translation>
    </message>
    <message numerus="yes">
        <source>%n links copied</source>
        <translation>
            <numerusform>%n enlace copiado</numerusform>
            <numerusform>%n enlaces copiados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lynceus::BoardModel</name>
    <message>
        <source>Without a release</source>
        <translation>Sin release</translation>
    </message>
    <message>
        <source>Without an environment</source>
        <translation>Sin entorno</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Requiere atención</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Done today</source>
        <translation>Terminado hoy</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Anterior</translation>
    </message>
</context>
<context>
    <name>lynceus::BoardView</name>
    <message>
        <source>Releases</source>
        <translation>Releases</translation>
    </message>
</context>
<context>
    <name>lynceus::DeploymentChart</name>
    <message>
        <source>Deployments over time</source>
        <translation>Despliegues en el tiempo</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
</context>
<context>
    <name>lynceus::DeploymentsModel</name>
    <message>
        <source>In progress</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Deployed</source>
        <translation>Desplegado</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallido</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>Tiempo agotado</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>Reemplazado</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>watched</source>
        <translation>seguido</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>observado</translation>
    </message>
    <message>
        <source>reconstructed</source>
        <translation>reconstruido</translation>
    </message>
    <message>
        <source>release %1</source>
        <translation>release %1</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>en %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>por %1</translation>
    </message>
    <message>
        <source>began %1</source>
        <translation>comienzo: %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>duración: %1</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Comienzo</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Aplicación</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instancia</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Comprobación</translation>
    </message>
</context>
<context>
    <name>lynceus::DeploymentsPage</name>
    <message>
        <source>Deployments</source>
        <translation>Despliegues</translation>
    </message>
    <message>
        <source>Filter deployments</source>
        <translation>Filtrar despliegues</translation>
    </message>
    <message>
        <source>Filter: outcome:failed project:shop actor:ann</source>
        <translation>Filtro: outcome:failed project:shop actor:ann</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Mostrar detalles</translation>
    </message>
    <message>
        <source>Show the application</source>
        <translation>Mostrar la aplicación</translation>
    </message>
    <message>
        <source>Watch again</source>
        <translation>Seguir de nuevo</translation>
    </message>
    <message>
        <source>Open in Argo CD</source>
        <translation>Abrir en Argo CD</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copiar informe</translation>
    </message>
    <message>
        <source>Details of the deployment</source>
        <translation>Detalles del despliegue</translation>
    </message>
    <message>
        <source>%1, the newest</source>
        <translation>%1, el más reciente</translation>
    </message>
    <message>
        <source>Lynceus lists the deployments that it observes, and earlier ones from the history of each application.</source>
        <translation>Lynceus enumera los despliegues que observa, y los anteriores a partir del historial de cada aplicación.</translation>
    </message>
    <message>
        <source>Deployments could not be loaded</source>
        <translation>No se pudieron cargar los despliegues</translation>
    </message>
    <message>
        <source>%1. Then restart Lynceus.</source>
        <translation>%1. Después, reinicie Lynceus.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>No deployments in the selected bar</source>
        <translation>Sin despliegues en la barra seleccionada</translation>
    </message>
    <message>
        <source>The selected bar limits the list to a part of the period.</source>
        <translation>La barra seleccionada limita la lista a una parte del período.</translation>
    </message>
    <message>
        <source>Show the whole period</source>
        <translation>Mostrar todo el período</translation>
    </message>
    <message>
        <source>No deployments match the filter</source>
        <translation>Ningún despliegue coincide con el filtro</translation>
    </message>
    <message>
        <source>The filter hides all %1 deployments of this period.</source>
        <translation>El filtro oculta todos los despliegues (%1) de este período.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Quitar el filtro</translation>
    </message>
    <message>
        <source>Every deployment, registered or not</source>
        <translation>Cada despliegue, registrado o no</translation>
    </message>
    <message>
        <source>No deployments in this period</source>
        <translation>Sin despliegues en este período</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todos</translation>
    </message>
    <message>
        <source>No deployments yet</source>
        <translation>Aún no hay despliegues</translation>
    </message>
    <message>
        <source>New watch</source>
        <translation>Nuevo seguimiento</translation>
    </message>
    <message>
        <source>No instance of yours has this application; the team server watches it.</source>
        <translation>Ninguna de sus instancias tiene esta aplicación; la sigue el servidor de equipo.</translation>
    </message>
    <message>
        <source>The instance was removed, so its address is unknown.</source>
        <translation>La instancia se quitó, por lo que su dirección es desconocida.</translation>
    </message>
    <message>
        <source>Report copied as Markdown</source>
        <translation>Informe copiado como Markdown</translation>
    </message>
    <message>
        <source>CSV for spreadsheets</source>
        <translation>CSV para hojas de cálculo</translation>
    </message>
    <message>
        <source>JSON for programs</source>
        <translation>JSON para programas</translation>
    </message>
    <message>
        <source>HTML report</source>
        <translation>Informe HTML</translation>
    </message>
    <message>
        <source>Markdown report</source>
        <translation>Informe Markdown</translation>
    </message>
    <message>
        <source>CSV of the verdicts of watches</source>
        <translation>CSV de los veredictos de seguimientos</translation>
    </message>
    <message>
        <source>JSON of watches with their evidence</source>
        <translation>JSON de seguimientos con sus pruebas</translation>
    </message>
    <message>
        <source>Export deployments</source>
        <translation>Exportar despliegues</translation>
    </message>
    <message>
        <source>Watches exported to %1</source>
        <translation>Seguimientos exportados a %1</translation>
    </message>
    <message>
        <source>Deployments exported to %1</source>
        <translation>Despliegues exportados a %1</translation>
    </message>
</context>
<context>
    <name>lynceus::DeploymentsView</name>
    <message>
        <source>Deployments</source>
        <translation>Despliegues</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
</context>
<context>
    <name>lynceus::DesktopIntegration</name>
    <message>
        <source>Settings…</source>
        <translation>Configuración…</translation>
    </message>
    <message>
        <source>Quit Lynceus</source>
        <translation>Salir de Lynceus</translation>
    </message>
    <message>
        <source>Watches are still running</source>
        <translation>Hay seguimientos en curso</translation>
    </message>
    <message>
        <source>A background service can keep watching and notify you. Otherwise watches stop until Lynceus starts again. Settings can change this later.</source>
        <translation>Un servicio en segundo plano puede continuar los seguimientos y notificarle. De lo contrario, se detienen hasta que Lynceus se inicie de nuevo. Puede cambiarlo después en la configuración.</translation>
    </message>
    <message>
        <source>Keep watching in the background</source>
        <translation>Seguir en segundo plano</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Detener seguimientos</translation>
    </message>
    <message>
        <source>If the clipboard does not contain the cause yet, press a key or click in this window.</source>
        <translation>Si el portapapeles aún no contiene la causa, pulse una tecla o haga clic en esta ventana.</translation>
    </message>
</context>
<context>
    <name>lynceus::DetailBanner</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>lynceus::DetailHeader</name>
    <message>
        <source>Copy &amp;report</source>
        <translation>Copiar &amp;informe</translation>
    </message>
    <message>
        <source>&amp;Argo CD</source>
        <translation>&amp;Argo CD</translation>
    </message>
    <message>
        <source>&amp;Extend</source>
        <translation>&amp;Extender</translation>
    </message>
    <message>
        <source>Extend the deadline by 10 minutes</source>
        <translation>Extender la fecha límite 10 minutos</translation>
    </message>
    <message>
        <source>Copy a Markdown report for a chat or an issue</source>
        <translation>Copiar un informe Markdown para un chat o una incidencia</translation>
    </message>
    <message>
        <source>Team &amp;server</source>
        <translation>&amp;Servidor de equipo</translation>
    </message>
    <message>
        <source>Open on the team server</source>
        <translation>Abrir en el servidor de equipo</translation>
    </message>
    <message>
        <source>Open in Argo CD</source>
        <translation>Abrir en Argo CD</translation>
    </message>
    <message>
        <source>Open the task&apos;s page on %1</source>
        <translation>Abrir la página de la tarea en %1</translation>
    </message>
    <message>
        <source>Open the application&apos;s page in Argo CD</source>
        <translation>Abrir la página de la aplicación en Argo CD</translation>
    </message>
    <message>
        <source>No longer on it</source>
        <translation>Ya no me encargo</translation>
    </message>
    <message>
        <source>I&apos;m on it</source>
        <translation>Me encargo</translation>
    </message>
    <message>
        <source>Show others that you are no longer working on it</source>
        <translation>Indicar a los demás que ya no se encarga de esto</translation>
    </message>
    <message>
        <source>Show others that you are working on it</source>
        <translation>Indicar a los demás que se encarga de esto</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 minutos</translation>
    </message>
    <message>
        <source>10 minutes</source>
        <translation>10 minutos</translation>
    </message>
    <message>
        <source>30 minutes</source>
        <translation>30 minutos</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 hora</translation>
    </message>
</context>
<context>
    <name>lynceus::DetailPane</name>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Recursos</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifiesto</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Pruebas</translation>
    </message>
    <message>
        <source>Events %1</source>
        <translation>Eventos %1</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>Pestaña siguiente</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>Pestaña anterior</translation>
    </message>
    <message>
        <source>Data from %1. None of your instances has this application.</source>
        <translation>Datos de %1. Ninguna de sus instancias tiene esta aplicación.</translation>
    </message>
    <message>
        <source>This team server was removed from Lynceus.</source>
        <translation>Este servidor de equipo se quitó de Lynceus.</translation>
    </message>
    <message>
        <source>This instance was removed from Lynceus. Only stored data is shown.</source>
        <translation>Esta instancia se quitó de Lynceus. Solo se muestran datos almacenados.</translation>
    </message>
    <message>
        <source>The data shown may be out of date: %1</source>
        <translation>Los datos mostrados pueden estar desactualizados: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Ir a %1</translation>
    </message>
</context>
<context>
    <name>lynceus::DiagnosticsDialog</name>
    <message>
        <source>Checking this computer and each instance…</source>
        <translation>Comprobando este equipo y cada instancia…</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>The checks did not run: the program lynceus was not found. Install it beside this window.</source>
        <translation>Las comprobaciones no se ejecutaron: no se encontró el programa lynceus. Instálelo junto a esta ventana.</translation>
    </message>
    <message>
        <source>The checks did not run: %1.</source>
        <translation>Las comprobaciones no se ejecutaron: %1.</translation>
    </message>
    <message>
        <source>What Lynceus found. For a bug report, run lynceus doctor --bundle FILE in a terminal.</source>
        <translation>Lo que encontró Lynceus. Para informar de un error, ejecute lynceus doctor --bundle ARCHIVO en un terminal.</translation>
    </message>
</context>
<context>
    <name>lynceus::EmptyBoard</name>
    <message>
        <source>See the demo</source>
        <translation>Ver la demo</translation>
    </message>
    <message>
        <source>Image reference</source>
        <translation>Referencia de imagen</translation>
    </message>
    <message>
        <source>Opens a second window with simulated instances. Nothing leaves this computer.</source>
        <translation>Abre una segunda ventana con instancias simuladas. Nada sale de este equipo.</translation>
    </message>
    <message>
        <source>No watches</source>
        <translation>Sin seguimientos</translation>
    </message>
    <message>
        <source>Paste the image that your pipeline pushed. Lynceus finds the applications that use it and notifies you when the new version runs, or which pod fails.</source>
        <translation>Pegue la imagen que subió su pipeline. Lynceus busca las aplicaciones que la usan y le notifica cuando la nueva versión se ejecuta, o qué pod falla.</translation>
    </message>
    <message>
        <source>New watch</source>
        <translation>Nuevo seguimiento</translation>
    </message>
    <message>
        <source>Add your Argo CD instance</source>
        <translation>Añada su instancia de Argo&#xa0;CD</translation>
    </message>
    <message>
        <source>Lynceus needs its address and your sign-in, as the argocd CLI does. Then paste an image here, and Lynceus notifies you when it runs.</source>
        <translation>Lynceus necesita su dirección y su inicio de sesión, como la CLI argocd. Después, pegue aquí una imagen y Lynceus le notifica cuando se ejecute.</translation>
    </message>
    <message>
        <source>Add an instance</source>
        <translation>Añadir una instancia</translation>
    </message>
    <message>
        <source>Import 1 context from the argocd CLI</source>
        <translation>Importar 1 contexto de la CLI argocd</translation>
    </message>
    <message numerus="yes">
        <source>Import %n contexts from the argocd CLI</source>
        <translation>
            <numerusform>Importar %n contexto de la CLI argocd</numerusform>
            <numerusform>Importar %n contextos de la CLI argocd</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lynceus::EnvironmentsEditor</name>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violeta</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Verde azulado</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>Marrón</translation>
    </message>
    <message>
        <source>Rose</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>Oliva</translation>
    </message>
    <message>
        <source>Indigo</source>
        <translation>Índigo</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instancia</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Clúster</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Proyecto</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Environments are labels such as dev, staging and production. The board shows and groups applications by them.</source>
        <translation>Los entornos son etiquetas como dev, staging y production. El tablero muestra y agrupa las aplicaciones según ellos.</translation>
    </message>
    <message>
        <source>Add environment</source>
        <translation>Añadir entorno</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>Se aplica a</translation>
    </message>
    <message>
        <source>Values, first match counts</source>
        <translation>Valores, cuenta la primera coincidencia</translation>
    </message>
    <message>
        <source>Name of environment %1</source>
        <translation>Nombre del entorno %1</translation>
    </message>
    <message>
        <source>Colour of environment %1</source>
        <translation>Color del entorno %1</translation>
    </message>
    <message>
        <source>What environment %1 applies to</source>
        <translation>A qué se aplica el entorno %1</translation>
    </message>
    <message>
        <source>Values of environment %1</source>
        <translation>Valores del entorno %1</translation>
    </message>
    <message>
        <source>Separated by commas; * stands for any characters. A label is written as KEY=VALUE.</source>
        <translation>Separados por comas; * representa cualquier secuencia de caracteres. Una etiqueta se escribe KEY=VALUE.</translation>
    </message>
    <message>
        <source>Move environment %1 up</source>
        <translation>Subir el entorno %1</translation>
    </message>
    <message>
        <source>Move environment %1 down</source>
        <translation>Bajar el entorno %1</translation>
    </message>
    <message>
        <source>Remove environment %1</source>
        <translation>Quitar el entorno %1</translation>
    </message>
    <message>
        <source>Not saved yet: %1</source>
        <translation>Aún sin guardar: %1</translation>
    </message>
</context>
<context>
    <name>lynceus::EventsModel</name>
    <message>
        <source>%1 ago</source>
        <translation>hace %1</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Última vez</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Objeto</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Veces</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
</context>
<context>
    <name>lynceus::EventsTab</name>
    <message>
        <source>Message of the selected event</source>
        <translation>Mensaje del evento seleccionado</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>Events of %1 and of the application, newest first.</source>
        <translation>Eventos de %1 y de la aplicación, los más recientes primero.</translation>
    </message>
    <message>
        <source>Events of the application, newest first.</source>
        <translation>Eventos de la aplicación, los más recientes primero.</translation>
    </message>
    <message>
        <source>Events could not be loaded: %1</source>
        <translation>No se pudieron cargar los eventos: %1</translation>
    </message>
    <message>
        <source>Loading events…</source>
        <translation>Cargando eventos…</translation>
    </message>
    <message>
        <source>No events of %1 or of the application. Kubernetes deletes events after an hour.</source>
        <translation>No hay eventos de %1 ni de la aplicación. Kubernetes elimina los eventos después de una hora.</translation>
    </message>
    <message>
        <source>No events. Kubernetes deletes events after an hour.</source>
        <translation>No hay eventos. Kubernetes elimina los eventos después de una hora.</translation>
    </message>
</context>
<context>
    <name>lynceus::EvidenceTab</name>
    <message>
        <source>Evidence</source>
        <translation>Pruebas</translation>
    </message>
    <message>
        <source>Copy evidence</source>
        <translation>Copiar pruebas</translation>
    </message>
    <message>
        <source>Copy the evidence as Markdown</source>
        <translation>Copiar las pruebas como Markdown</translation>
    </message>
    <message>
        <source>Time zone: %1</source>
        <translation>Zona horaria: %1</translation>
    </message>
</context>
<context>
    <name>lynceus::ExpectationForm</name>
    <message>
        <source>Expect</source>
        <translation>Esperar</translation>
    </message>
    <message>
        <source>Wait for an application that does not exist yet</source>
        <translation>Esperar una aplicación que aún no existe</translation>
    </message>
    <message>
        <source>Watch the applications of an app of apps or an ApplicationSet</source>
        <translation>Seguir las aplicaciones de un app of apps o de un ApplicationSet</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instancia</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Chart version</source>
        <translation>Versión del chart</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Próxima versión</translation>
    </message>
    <message>
        <source>The pods run this image</source>
        <translation>Los pods ejecutan esta imagen</translation>
    </message>
    <message>
        <source>This commit or tag was applied and runs</source>
        <translation>Este commit o esta etiqueta se aplicó y se ejecuta</translation>
    </message>
    <message>
        <source>This version of the Helm chart was applied and runs</source>
        <translation>Esta versión del chart de Helm se aplicó y se ejecuta</translation>
    </message>
    <message>
        <source>The next version after the running or desired one</source>
        <translation>La próxima versión después de la que se ejecuta o la deseada</translation>
    </message>
    <message>
        <source>Name of the application</source>
        <translation>Nombre de la aplicación</translation>
    </message>
    <message>
        <source>shop-web, or namespace/shop-web</source>
        <translation>shop-web, o namespace/shop-web</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Aplicación</translation>
    </message>
    <message>
        <source>Commit or tag, for example 3f2a1b0 or v1.5.0</source>
        <translation>Commit o etiqueta, por ejemplo 3f2a1b0 o v1.5.0</translation>
    </message>
    <message>
        <source>For example 1.5.2</source>
        <translation>Por ejemplo 1.5.2</translation>
    </message>
    <message>
        <source>Enter the name of the application.</source>
        <translation>Introduzca el nombre de la aplicación.</translation>
    </message>
    <message>
        <source>Choose the instance on which it will be created.</source>
        <translation>Elija la instancia en la que se creará.</translation>
    </message>
    <message>
        <source>Choose its instance.</source>
        <translation>Elija su instancia.</translation>
    </message>
    <message>
        <source>Enter the complete image reference with its version.</source>
        <translation>Introduzca la referencia de imagen completa con su versión.</translation>
    </message>
    <message>
        <source>Enter the version to expect.</source>
        <translation>Introduzca la versión esperada.</translation>
    </message>
</context>
<context>
    <name>lynceus::FilterField</name>
    <message>
        <source>Number of items shown</source>
        <translation>Número de elementos mostrados</translation>
    </message>
</context>
<context>
    <name>lynceus::FindButton</name>
    <message>
        <source>Find applications, watches and commands</source>
        <translation>Buscar aplicaciones, seguimientos y comandos</translation>
    </message>
    <message>
        <source>Find applications, watches and commands   %1</source>
        <translation>Buscar aplicaciones, seguimientos y comandos   %1</translation>
    </message>
    <message>
        <source>Find   %1</source>
        <translation>Buscar   %1</translation>
    </message>
</context>
<context>
    <name>lynceus::FollowDialog</name>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Seguir automáticamente</translation>
    </message>
    <message>
        <source>Notify</source>
        <translation>Notificar</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Fecha límite</translation>
    </message>
    <message>
        <source>Observe for</source>
        <translation>Observar durante</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Follow rules</source>
        <translation>Reglas de seguimiento automático</translation>
    </message>
    <message>
        <source>Filter of the applications to follow</source>
        <translation>Filtro de las aplicaciones que se siguen automáticamente</translation>
    </message>
    <message>
        <source>For example project:shop instance:prod</source>
        <translation>Por ejemplo project:shop instance:prod</translation>
    </message>
    <message>
        <source>problems</source>
        <translation>problemas</translation>
    </message>
    <message>
        <source>all news</source>
        <translation>todas las novedades</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>F&amp;ilter</source>
        <translation>F&amp;iltro</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>Notify of</source>
        <translation>Notificar</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regla</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Each new version of the applications that match is watched automatically.</source>
        <translation>Cada nueva versión de las aplicaciones que coinciden se sigue automáticamente.</translation>
    </message>
    <message>
        <source>1 application matches now. Each of its new versions is watched automatically.</source>
        <translation>1 aplicación coincide ahora. Cada una de sus nuevas versiones se sigue automáticamente.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln applications match now. Each of their new versions is watched automatically.</source>
        <translation>
            <numerusform>%Ln aplicación coincide ahora. Cada una de sus nuevas versiones se sigue automáticamente.</numerusform>
            <numerusform>%Ln aplicaciones coinciden ahora. Cada una de sus nuevas versiones se sigue automáticamente.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a rule named %1. Use another name, or remove that one.</source>
        <translation>Ya existe una regla llamada %1. Use otro nombre o quite esa regla.</translation>
    </message>
    <message>
        <source>%1 is followed</source>
        <translation>%1 se sigue automáticamente</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>active</source>
        <translation>activa</translation>
    </message>
    <message>
        <source>No follow rules yet</source>
        <translation>Aún no hay reglas de seguimiento automático</translation>
    </message>
    <message>
        <source>Follow rules; the oldest that matches an application counts</source>
        <translation>Reglas de seguimiento automático; cuenta la más antigua que coincida con una aplicación</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
</context>
<context>
    <name>lynceus::FreshnessStrip</name>
    <message>
        <source>No instances</source>
        <translation>Sin instancias</translation>
    </message>
</context>
<context>
    <name>lynceus::HelpWindow</name>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>Veredictos</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>Despliegues</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Grabaciones</translation>
    </message>
    <message>
        <source>Team server</source>
        <translation>Servidor de equipo</translation>
    </message>
    <message>
        <source>Background service</source>
        <translation>Servicio en segundo plano</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Novedades</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Temas</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
</context>
<context>
    <name>lynceus::ImportDialog</name>
    <message>
        <source>already added</source>
        <translation>ya añadida</translation>
    </message>
    <message>
        <source>with token</source>
        <translation>con token</translation>
    </message>
    <message>
        <source>sign in after import</source>
        <translation>iniciar sesión tras importar</translation>
    </message>
    <message>
        <source>Import contexts</source>
        <translation>Importar contextos</translation>
    </message>
    <message>
        <source>the default location of the argocd CLI</source>
        <translation>la ubicación predeterminada de la CLI argocd</translation>
    </message>
    <message>
        <source>Configuration of the argocd CLI</source>
        <translation>Configuración de la CLI argocd</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexto</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Contexts</source>
        <translation>Contextos</translation>
    </message>
    <message>
        <source>Adds the contexts of the argocd CLI as instances. The CLI&apos;s configuration file is not changed.</source>
        <translation>Añade los contextos de la CLI argocd como instancias. El archivo de configuración de la CLI no se modifica.</translation>
    </message>
    <message>
        <source>This file contains no contexts.</source>
        <translation>Este archivo no contiene contextos.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>Importar %1</translation>
    </message>
</context>
<context>
    <name>lynceus::InlineBar</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>lynceus::InstanceBadge</name>
    <message>
        <source>Instance %1</source>
        <translation>Instancia %1</translation>
    </message>
</context>
<context>
    <name>lynceus::InstanceCard</name>
    <message>
        <source>Actions</source>
        <translation>Acciones</translation>
    </message>
    <message>
        <source>Actions for %1</source>
        <translation>Acciones para %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>lynceus::InstanceRights</name>
    <message>
        <source>checking permissions…</source>
        <translation>comprobando permisos…</translation>
    </message>
    <message>
        <source>permissions could not be checked: %1</source>
        <translation>no se pudieron comprobar los permisos: %1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>lynceus::InstanceStatusModel</name>
    <message>
        <source>%1: %2, data %3 old</source>
        <translation>%1: %2, datos de hace %3</translation>
    </message>
</context>
<context>
    <name>lynceus::InstancesPage</name>
    <message>
        <source>No instance matches the filter</source>
        <translation>Ninguna instancia coincide con el filtro</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instancias</translation>
    </message>
    <message>
        <source>Import contexts</source>
        <translation>Importar contextos</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Add an instance</source>
        <translation>Añadir una instancia</translation>
    </message>
    <message>
        <source>Filter by name or address</source>
        <translation>Filtrar por nombre o dirección</translation>
    </message>
    <message>
        <source>Filter instances</source>
        <translation>Filtrar instancias</translation>
    </message>
    <message>
        <source>No instances yet</source>
        <translation>Aún no hay instancias</translation>
    </message>
    <message>
        <source>Add an instance with the address that you use in the browser, or import contexts from the argocd CLI. Lynceus has read-only access and does not change anything in Argo CD. A team server (lynceus serve or an Argo Watcher) is added in the same way.</source>
        <translation>Añada una instancia con la dirección que usa en el navegador, o importe contextos de la CLI argocd. Lynceus tiene acceso de solo lectura y no cambia nada en Argo CD. Un servidor de equipo (lynceus serve o un Argo Watcher) se añade de la misma manera.</translation>
    </message>
    <message>
        <source>Signed in.</source>
        <translation>Sesión iniciada.</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>Sesión iniciada como %1.</translation>
    </message>
    <message>
        <source>No keychain is available. The token is discarded when Lynceus quits.</source>
        <translation>No hay ningún llavero disponible. El token se descarta al salir de Lynceus.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Iniciar sesión de nuevo…</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Iniciar sesión…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renombrar…</translation>
    </message>
    <message>
        <source>Change the address…</source>
        <translation>Cambiar la dirección…</translation>
    </message>
    <message>
        <source>Certificate…</source>
        <translation>Certificado…</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>Certificate of %1</source>
        <translation>Certificado de %1</translation>
    </message>
    <message>
        <source>Trusted by this computer.</source>
        <translation>De confianza en este equipo.</translation>
    </message>
    <message>
        <source>SHA-256: %1
For: %2
Issued by: %3</source>
        <translation>SHA-256: %1
Para: %2
Emitido por: %3</translation>
    </message>
    <message>
        <source>Unpin this certificate</source>
        <translation>Dejar de fijar este certificado</translation>
    </message>
    <message>
        <source>Pin this certificate</source>
        <translation>Fijar este certificado</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>Renombrar %1</translation>
    </message>
    <message>
        <source>Name, used before the colon as in staging:shop-web</source>
        <translation>Nombre, se usa antes de los dos puntos, como en staging:shop-web</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>¿Quitar %1?</translation>
    </message>
    <message>
        <source>Its tokens are deleted and its running watches are cancelled. History is kept.</source>
        <translation>Se eliminan sus tokens y se cancelan sus seguimientos en curso. El historial se conserva.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>lynceus::KeyField</name>
    <message>
        <source>Press the new shortcut. Backspace clears it.</source>
        <translation>Pulse el nuevo atajo. Retroceso lo borra.</translation>
    </message>
    <message>
        <source>Default shortcut of %1</source>
        <translation>Atajo predeterminado de %1</translation>
    </message>
    <message>
        <source>Reset to default</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
</context>
<context>
    <name>lynceus::KeychainProbe</name>
    <message>
        <source>values stored in the keychain cannot be read back</source>
        <translation>los valores guardados en el llavero no se pueden volver a leer</translation>
    </message>
    <message>
        <source>values stored in the keychain cannot be removed: %1</source>
        <translation>los valores guardados en el llavero no se pueden eliminar: %1</translation>
    </message>
</context>
<context>
    <name>lynceus::ListPage</name>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Add an instance with the address that you use in the browser.</source>
        <translation>Añada una instancia con la dirección que usa en el navegador.</translation>
    </message>
    <message>
        <source>Add an instance</source>
        <translation>Añadir una instancia</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>lynceus::LogText</name>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
</context>
<context>
    <name>lynceus::LogsTab</name>
    <message>
        <source>No pods.</source>
        <translation>No hay pods.</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>ya no existe</translation>
    </message>
    <message>
        <source>Loading containers…</source>
        <translation>Cargando contenedores…</translation>
    </message>
    <message>
        <source>Containers could not be loaded: %1</source>
        <translation>No se pudieron cargar los contenedores: %1</translation>
    </message>
    <message>
        <source>Loading log…</source>
        <translation>Cargando registro…</translation>
    </message>
    <message>
        <source>The container ended.</source>
        <translation>El contenedor terminó.</translation>
    </message>
    <message>
        <source>The container ended without output.</source>
        <translation>El contenedor terminó sin salida.</translation>
    </message>
    <message>
        <source>Your account does not have access to the logs of this application.</source>
        <translation>Su cuenta no tiene acceso a los registros de esta aplicación.</translation>
    </message>
    <message>
        <source>Your account does not have access to logs in project %1. Ask your administrator for the permission “logs, get”.</source>
        <translation>Su cuenta no tiene acceso a los registros del proyecto %1. Pida a su administrador el permiso «logs, get».</translation>
    </message>
    <message>
        <source>The log stopped: %1</source>
        <translation>El registro se detuvo: %1</translation>
    </message>
    <message>
        <source>&amp;Before the last restart</source>
        <translation>An&amp;tes del último reinicio</translation>
    </message>
    <message>
        <source>&amp;Wrap lines</source>
        <translation>A&amp;justar líneas</translation>
    </message>
    <message>
        <source>Copy &amp;log</source>
        <translation>Copiar &amp;registro</translation>
    </message>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Contenedor</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Buscar en el registro</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Coincidencia siguiente</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Coincidencia anterior</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>sin coincidencias</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Ir al final</translation>
    </message>
    <message>
        <source>1 new line</source>
        <translation>1 línea nueva</translation>
    </message>
    <message numerus="yes">
        <source>%n new lines</source>
        <translation>
            <numerusform>%n línea nueva</numerusform>
            <numerusform>%n líneas nuevas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has no pods.</source>
        <translation>%1 no tiene pods.</translation>
    </message>
</context>
<context>
    <name>lynceus::LoopbackListener</name>
    <message>
        <source>Return to Lynceus to see whether the sign-in succeeded. You can close this page.</source>
        <translation>Vuelva a Lynceus para ver si se inició la sesión. Puede cerrar esta página.</translation>
    </message>
</context>
<context>
    <name>lynceus::MainWindow</name>
    <message>
        <source>Lynceus demo (simulated data)</source>
        <translation>Demo de Lynceus (datos simulados)</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>Releases</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>Aplicaciones</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>Despliegues</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instancias</translation>
    </message>
    <message>
        <source>%1 is connected. Next, choose an application or an image, and watch its release.</source>
        <translation>%1 está conectada. A continuación, elija una aplicación o una imagen y siga su release.</translation>
    </message>
    <message>
        <source>Watch a release</source>
        <translation>Seguir una release</translation>
    </message>
    <message>
        <source>New watch…</source>
        <translation>Nuevo seguimiento…</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Buscar…</translation>
    </message>
    <message>
        <source>Find in the current list or tab</source>
        <translation>Buscar en la lista o pestaña actual</translation>
    </message>
    <message>
        <source>Switch between list and details</source>
        <translation>Alternar entre lista y detalles</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation>Abrir el menú</translation>
    </message>
    <message>
        <source>Group and sort the board…</source>
        <translation>Agrupar y ordenar el tablero…</translation>
    </message>
    <message>
        <source>Wallboard</source>
        <translation>Panel mural</translation>
    </message>
    <message>
        <source>Add an instance…</source>
        <translation>Añadir una instancia…</translation>
    </message>
    <message>
        <source>Retry all instances</source>
        <translation>Reintentar todas las instancias</translation>
    </message>
    <message>
        <source>Follow rules…</source>
        <translation>Reglas de seguimiento automático…</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>Atajos…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Import contexts…</source>
        <translation>Importar contextos…</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Diagnostics…</source>
        <translation>Diagnóstico…</translation>
    </message>
    <message>
        <source>About Lynceus</source>
        <translation>Acerca de Lynceus</translation>
    </message>
    <message>
        <source>New watch</source>
        <translation>Nuevo seguimiento</translation>
    </message>
    <message>
        <source>Watch an image until it runs</source>
        <translation>Seguir una imagen hasta que se ejecute</translation>
    </message>
    <message>
        <source>Watch an image until it runs (%1)</source>
        <translation>Seguir una imagen hasta que se ejecute (%1)</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>watch for %1 on %2</source>
        <translation>seguimiento de %1 en %2</translation>
    </message>
    <message>
        <source>instance</source>
        <translation>instancia</translation>
    </message>
    <message>
        <source>The demo could not be started. Run lynceus demo in a terminal.</source>
        <translation>No se pudo iniciar la demo. Ejecute lynceus demo en un terminal.</translation>
    </message>
    <message>
        <source>The window could not be opened again.</source>
        <translation>No se pudo volver a abrir la ventana.</translation>
    </message>
    <message>
        <source>Start Lynceus again. The new language is stored.</source>
        <translation>Inicie Lynceus de nuevo. El nuevo idioma está guardado.</translation>
    </message>
</context>
<context>
    <name>lynceus::ManifestTab</name>
    <message>
        <source>Select a resource on the Resources tab.</source>
        <translation>Seleccione un recurso en la pestaña Recursos.</translation>
    </message>
    <message>
        <source>Loading the manifest of %1…</source>
        <translation>Cargando el manifiesto de %1…</translation>
    </message>
    <message>
        <source>The manifest of %1 could not be loaded: %2</source>
        <translation>No se pudo cargar el manifiesto de %1: %2</translation>
    </message>
    <message>
        <source>Copy &amp;manifest</source>
        <translation>Copiar &amp;manifiesto</translation>
    </message>
    <message>
        <source>Copy &amp;live</source>
        <translation>Copiar en &amp;vivo</translation>
    </message>
    <message>
        <source>%1 has no manifest: it no longer exists, or Argo CD does not manage it.</source>
        <translation>%1 no tiene manifiesto: ya no existe o Argo CD no lo gestiona.</translation>
    </message>
    <message>
        <source>%1, live. It is not in git; it was created by something other than Argo CD.</source>
        <translation>%1, en vivo. No está en git; lo creó algo distinto de Argo CD.</translation>
    </message>
    <message>
        <source>%1, as defined in git. It does not exist in the cluster yet.</source>
        <translation>%1, según se define en git. Aún no existe en el clúster.</translation>
    </message>
    <message>
        <source>%1: no differences between live and git.</source>
        <translation>%1: sin diferencias entre el estado en vivo y git.</translation>
    </message>
    <message>
        <source>%1: 1 difference from live (−) to git (+).</source>
        <translation>%1: 1 diferencia entre el estado en vivo (−) y git (+).</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n differences from live (−) to git (+).</source>
        <translation>
            <numerusform>%1: %n diferencia entre el estado en vivo (−) y git (+).</numerusform>
            <numerusform>%1: %n diferencias entre el estado en vivo (−) y git (+).</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation>&amp;Diferencia</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>En &amp;paralelo</translation>
    </message>
    <message>
        <source>With status and &amp;managed fields</source>
        <translation>Con estado y &amp;campos administrados</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifiesto</translation>
    </message>
    <message>
        <source>Live manifest</source>
        <translation>Manifiesto en vivo</translation>
    </message>
    <message>
        <source>Manifest in git</source>
        <translation>Manifiesto en git</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>Diferencia anterior</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>Diferencia siguiente</translation>
    </message>
    <message>
        <source>Previous difference (Shift+F8)</source>
        <translation>Diferencia anterior (Mayús+F8)</translation>
    </message>
    <message>
        <source>Next difference (F8)</source>
        <translation>Diferencia siguiente (F8)</translation>
    </message>
    <message>
        <source>%1, live. It is a hook (%2): syncs create it, and Argo CD does not compare it with git.</source>
        <translation>%1, en vivo. Es un hook (%2): lo crean las sincronizaciones, y Argo CD no lo compara con git.</translation>
    </message>
</context>
<context>
    <name>lynceus::NewWatchDialog</name>
    <message>
        <source>Environment</source>
        <translation>Entorno</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>New watch</source>
        <translation>Nuevo seguimiento</translation>
    </message>
    <message>
        <source>Notify me when this image runs</source>
        <translation>Notificarme cuando se ejecute esta imagen</translation>
    </message>
    <message>
        <source>Image or application, for example ghcr.io/acme/shop-web:1.5.0</source>
        <translation>Imagen o aplicación, por ejemplo ghcr.io/acme/shop-web:1.5.0</translation>
    </message>
    <message>
        <source>Image reference or application name</source>
        <translation>Referencia de imagen o nombre de aplicación</translation>
    </message>
    <message>
        <source>from the clipboard</source>
        <translation>desde el portapapeles</translation>
    </message>
    <message>
        <source>Applications that use this image</source>
        <translation>Aplicaciones que usan esta imagen</translation>
    </message>
    <message>
        <source>Equivalent command</source>
        <translation>Comando equivalente</translation>
    </message>
    <message>
        <source>Copy the equivalent command</source>
        <translation>Copiar el comando equivalente</translation>
    </message>
    <message>
        <source>Release name</source>
        <translation>Nombre de la release</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Runs on %1</source>
        <translation>Se ejecuta en %1</translation>
    </message>
    <message numerus="yes">
        <source>Watch %n applications</source>
        <translation>
            <numerusform>Seguir %n aplicación</numerusform>
            <numerusform>Seguir %n aplicaciones</numerusform>
        </translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Lynceus watches the applications that it manages as one release.</source>
        <translation>Lynceus sigue las aplicaciones que gestiona como una sola release.</translation>
    </message>
    <message>
        <source>This application is watched as soon as it is created.</source>
        <translation>El seguimiento de esta aplicación comienza en cuanto se crea.</translation>
    </message>
    <message>
        <source>enter one version for all applications, or one for each: shop-web:1.5.0 orders:2.0.0</source>
        <translation>introducir una versión para todas las aplicaciones, o una para cada una: shop-web:1.5.0 orders:2.0.0</translation>
    </message>
    <message>
        <source>add a version after a colon, or select one that is running</source>
        <translation>añadir una versión después de dos puntos, o seleccionar una en ejecución</translation>
    </message>
    <message>
        <source>select the applications to watch</source>
        <translation>seleccionar las aplicaciones que se van a seguir</translation>
    </message>
    <message>
        <source>expects all of: %1</source>
        <translation>se esperan todas: %1</translation>
    </message>
    <message>
        <source>Version, for example 1.5.0</source>
        <translation>Versión, por ejemplo 1.5.0</translation>
    </message>
    <message>
        <source>Version of the selected applications</source>
        <translation>Versión de las aplicaciones seleccionadas</translation>
    </message>
    <message>
        <source>No instance has been added yet.</source>
        <translation>Aún no se ha añadido ninguna instancia.</translation>
    </message>
    <message>
        <source>Add an instance…</source>
        <translation>Añadir una instancia…</translation>
    </message>
    <message>
        <source>No applications are known yet.</source>
        <translation>Aún no se conocen aplicaciones.</translation>
    </message>
    <message>
        <source>Show instances</source>
        <translation>Mostrar instancias</translation>
    </message>
    <message>
        <source>The data of these instances may be out of date or incomplete: %1</source>
        <translation>Los datos de estas instancias pueden estar desactualizados o incompletos: %1</translation>
    </message>
    <message>
        <source>“%1” cannot be read</source>
        <translation>No se puede leer «%1»</translation>
    </message>
    <message>
        <source>“%1” contains no text</source>
        <translation>«%1» no contiene texto</translation>
    </message>
</context>
<context>
    <name>lynceus::NoteDialog</name>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>What others should know about this release</source>
        <translation>Lo que otros deben saber sobre esta release</translation>
    </message>
    <message>
        <source>Shown on the board, in the detail, in reports and in exports.</source>
        <translation>Se muestra en el tablero, en los detalles, en los informes y en las exportaciones.</translation>
    </message>
</context>
<context>
    <name>lynceus::NotificationMatrix</name>
    <message>
        <source>Notification</source>
        <translation>Notificación</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>In quiet hours</source>
        <translation>En horas de silencio</translation>
    </message>
    <message>
        <source>Notification: %1</source>
        <translation>Notificación: %1</translation>
    </message>
    <message>
        <source>Sound: %1</source>
        <translation>Sonido: %1</translation>
    </message>
    <message>
        <source>In quiet hours: %1</source>
        <translation>En horas de silencio: %1</translation>
    </message>
    <message>
        <source>notification tell banner sound quiet hours night mute silence</source>
        <translation>notificación avisar banner sonido horas de silencio noche silenciar</translation>
    </message>
</context>
<context>
    <name>lynceus::NumberStrip</name>
    <message>
        <source>%1: %2 %3
%4
Period before: %5</source>
        <translation>%1: %2 %3
%4
Período anterior: %5</translation>
    </message>
</context>
<context>
    <name>lynceus::Palette</name>
    <message>
        <source>Find applications, watches and commands</source>
        <translation>Buscar aplicaciones, seguimientos y comandos</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Paleta</translation>
    </message>
</context>
<context>
    <name>lynceus::PeriodStrip</name>
    <message>
        <source>Period</source>
        <translation>Período</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Gráfico</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 d</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 d</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todo</translation>
    </message>
    <message>
        <source>Deployments per day or hour; select a bar to list only its deployments</source>
        <translation>Despliegues por día u hora; seleccione una barra para listar solo sus despliegues</translation>
    </message>
</context>
<context>
    <name>lynceus::PreferencesDialog</name>
    <message>
        <source>System time zone (%1)</source>
        <translation>Zona horaria del sistema (%1)</translation>
    </message>
    <message>
        <source>No matching settings</source>
        <translation>Ninguna opción coincide</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Buscar en la configuración</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Categorías</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Watches</source>
        <translation>Seguimientos</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Entornos</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>New watch</source>
        <translation>Nuevo seguimiento</translation>
    </message>
    <message>
        <source>Default deadline</source>
        <translation>Fecha límite predeterminada</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 min</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 min</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>End of the working day</source>
        <translation>Fin de la jornada laboral</translation>
    </message>
    <message>
        <source>timeout time limit</source>
        <translation>tiempo límite plazo vencimiento</translation>
    </message>
    <message>
        <source>Observe for</source>
        <translation>Observar durante</translation>
    </message>
    <message>
        <source>0 min</source>
        <translation>0 min</translation>
    </message>
    <message>
        <source>30 min</source>
        <translation>30 min</translation>
    </message>
    <message>
        <source>bake time guard default</source>
        <translation>tiempo de observación reposo guardia predeterminado</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Preguntar</translation>
    </message>
    <message>
        <source>Keep watching in the background</source>
        <translation>Seguir en segundo plano</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Detener seguimientos</translation>
    </message>
    <message>
        <source>When you quit while watches are running</source>
        <translation>Al salir con seguimientos en curso</translation>
    </message>
    <message>
        <source>exit close background service daemon</source>
        <translation>salir cerrar segundo plano servicio daemon</translation>
    </message>
    <message>
        <source>Notify me when</source>
        <translation>Notificarme cuando</translation>
    </message>
    <message>
        <source>Further notifications are combined into one summary. Failures are always shown by name.</source>
        <translation>Las notificaciones adicionales se combinan en un resumen. Los fallos siempre se muestran por su nombre.</translation>
    </message>
    <message>
        <source>Maximum notifications in 10 minutes, without failures</source>
        <translation>Máximo de notificaciones en 10 minutos, sin contar los fallos</translation>
    </message>
    <message>
        <source>limit budget summary</source>
        <translation>límite cupo resumen</translation>
    </message>
    <message>
        <source>Send test notification</source>
        <translation>Enviar notificación de prueba</translation>
    </message>
    <message>
        <source>Check that notifications are shown</source>
        <translation>Comprobar que se muestran las notificaciones</translation>
    </message>
    <message>
        <source>test try</source>
        <translation>prueba probar</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Horas de silencio</translation>
    </message>
    <message>
        <source>Hold notifications not ticked above</source>
        <translation>Retener las notificaciones no marcadas arriba</translation>
    </message>
    <message>
        <source>Quiet hours every day</source>
        <translation>Horas de silencio cada día</translation>
    </message>
    <message>
        <source>night mute silence</source>
        <translation>noche silenciar silencio</translation>
    </message>
    <message>
        <source>Start of quiet hours</source>
        <translation>Inicio de las horas de silencio</translation>
    </message>
    <message>
        <source>End of quiet hours</source>
        <translation>Fin de las horas de silencio</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>When you sign in to this computer</source>
        <translation>Al iniciar sesión en este equipo</translation>
    </message>
    <message>
        <source>Start Lynceus</source>
        <translation>Iniciar Lynceus</translation>
    </message>
    <message>
        <source>autostart login boot</source>
        <translation>inicio automático autostart arranque sesión</translation>
    </message>
    <message>
        <source>Transfer settings</source>
        <translation>Transferir la configuración</translation>
    </message>
    <message>
        <source>Settings of Lynceus (*.json)</source>
        <translation>Configuración de Lynceus (*.json)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>Exportar la configuración</translation>
    </message>
    <message>
        <source>Settings and instances, without secrets</source>
        <translation>Configuración e instancias, sin secretos</translation>
    </message>
    <message>
        <source>backup save</source>
        <translation>copia de seguridad guardar</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Importar la configuración</translation>
    </message>
    <message>
        <source>Settings exported on another computer</source>
        <translation>Configuración exportada en otro equipo</translation>
    </message>
    <message>
        <source>backup restore load</source>
        <translation>copia de seguridad restaurar cargar</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>Exportado a %1.</translation>
    </message>
    <message>
        <source>Settings imported. Sign in to the new instances.</source>
        <translation>Configuración importada. Inicie sesión en las instancias nuevas.</translation>
    </message>
    <message>
        <source>Settings imported, except: %1</source>
        <translation>Configuración importada, excepto: %1</translation>
    </message>
    <message>
        <source>%1 was not imported: %2</source>
        <translation>%1 no se importó: %2</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>dark light colours mode look</source>
        <translation>oscuro claro colores modo aspecto</translation>
    </message>
    <message>
        <source>Row height</source>
        <translation>Altura de las filas</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Amplia</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Compacta</translation>
    </message>
    <message>
        <source>density height compact comfortable look</source>
        <translation>densidad altura compacta amplia aspecto</translation>
    </message>
    <message>
        <source>Layout direction</source>
        <translation>Dirección del diseño</translation>
    </message>
    <message>
        <source>Left to right</source>
        <translation>De izquierda a derecha</translation>
    </message>
    <message>
        <source>Right to left</source>
        <translation>De derecha a izquierda</translation>
    </message>
    <message>
        <source>mirror rtl ltr arabic hebrew language</source>
        <translation>espejo rtl ltr árabe hebreo idioma</translation>
    </message>
    <message>
        <source>“%1” is not a time zone; use a name such as Europe/Berlin</source>
        <translation>«%1» no es una zona horaria; use un nombre como Europe/Berlin</translation>
    </message>
    <message>
        <source>Used in the window, in notifications and in copied reports. CSV and JSON exports always use UTC.</source>
        <translation>Se usa en la ventana, en las notificaciones y en los informes copiados. Las exportaciones CSV y JSON siempre usan UTC.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>time zone clock UTC local hours</source>
        <translation>zona horaria reloj UTC local horas</translation>
    </message>
    <message>
        <source>environment stage production staging label colour namespace project</source>
        <translation>entorno etapa producción production staging etiqueta color namespace proyecto</translation>
    </message>
    <message>
        <source>Older verdicts, and verdicts above the size limit, are deleted at startup and once a day. Running watches are kept.</source>
        <translation>Los veredictos más antiguos, y los que superan el límite de tamaño, se eliminan al iniciar y una vez al día. Los seguimientos en curso se conservan.</translation>
    </message>
    <message>
        <source>retention age size store forget disk</source>
        <translation>retención antigüedad tamaño almacenar olvidar disco</translation>
    </message>
    <message>
        <source>Keep verdicts for</source>
        <translation>Conservar los veredictos</translation>
    </message>
    <message>
        <source>days</source>
        <translation>días</translation>
    </message>
    <message>
        <source>Maximum size</source>
        <translation>Tamaño máximo</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>MiB</translation>
    </message>
    <message>
        <source>Shortcut scheme: %1</source>
        <translation>Esquema de atajos: %1</translation>
    </message>
    <message>
        <source>Default shortcuts</source>
        <translation>Atajos predeterminados</translation>
    </message>
    <message>
        <source>Reset all shortcuts to</source>
        <translation>Restablecer todos los atajos a</translation>
    </message>
    <message>
        <source>shortcut reset</source>
        <translation>atajo restablecer</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>shortcut key</source>
        <translation>atajo tecla</translation>
    </message>
    <message>
        <source>Lynceus notifies you of a team server&apos;s tasks with one of these authors. Separate several names with commas. Without a name, the name of your account on this computer counts.</source>
        <translation>Lynceus notifica las tareas de un servidor de equipo que tienen uno de estos autores. Separe varios nombres con comas. Sin ningún nombre, cuenta el nombre de su cuenta en este equipo.</translation>
    </message>
    <message>
        <source>Your names as an author in pipelines</source>
        <translation>Sus nombres como autor en pipelines</translation>
    </message>
    <message>
        <source>author task team server commit mine</source>
        <translation>autor tarea servidor de equipo commit mías</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>Idioma del sistema</translation>
    </message>
    <message>
        <source>The window opens again in this language. The command line is in English.</source>
        <translation>La ventana se abre de nuevo en este idioma. La línea de comandos está en inglés.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>language translation locale english</source>
        <translation>idioma lengua traducción español inglés language</translation>
    </message>
</context>
<context>
    <name>lynceus::ReleasesPage</name>
    <message>
        <source>Application, instance, project, version or release</source>
        <translation>Aplicación, instancia, proyecto, versión o release</translation>
    </message>
    <message>
        <source>Filter the board</source>
        <translation>Filtrar el tablero</translation>
    </message>
    <message>
        <source>No watch matches</source>
        <translation>Ningún seguimiento coincide</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n watches</source>
        <translation>
            <numerusform>%1 de %n seguimiento</numerusform>
            <numerusform>%1 de %n seguimientos</numerusform>
        </translation>
    </message>
    <message>
        <source>Share on</source>
        <translation>Compartir en</translation>
    </message>
    <message>
        <source>Share on %1</source>
        <translation>Compartir en %1</translation>
    </message>
    <message>
        <source>%1 was not shared: %2</source>
        <translation>%1 no se compartió: %2</translation>
    </message>
    <message>
        <source>%1 is shared on %2: %3</source>
        <translation>%1 se comparte en %2: %3</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Abrir la página</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Stop watching %1 on %2? The rollout in Argo CD is not affected.</source>
        <translation>¿Dejar de seguir %1 en %2? El despliegue en Argo CD no se ve afectado.</translation>
    </message>
    <message numerus="yes">
        <source>Stop watching %n applications? The rollouts in Argo CD are not affected.</source>
        <translation>
            <numerusform>¿Dejar de seguir %n aplicación? El despliegue en Argo CD no se ve afectado.</numerusform>
            <numerusform>¿Dejar de seguir %n aplicaciones? Los despliegues en Argo CD no se ven afectados.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Dejar de seguir</translation>
    </message>
    <message>
        <source>Keep watching</source>
        <translation>Continuar siguiendo</translation>
    </message>
</context>
<context>
    <name>lynceus::ResourceView</name>
    <message>
        <source>Resources</source>
        <translation>Recursos</translation>
    </message>
</context>
<context>
    <name>lynceus::ResourcesTab</name>
    <message>
        <source>Clear the filter</source>
        <translation>Quitar el filtro</translation>
    </message>
    <message>
        <source>Filter by kind, name, health, image</source>
        <translation>Filtrar por tipo, nombre, salud, imagen</translation>
    </message>
    <message>
        <source>Filter resources</source>
        <translation>Filtrar recursos</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>Copiar fila</translation>
    </message>
    <message>
        <source>Where does this run?</source>
        <translation>¿Dónde se ejecuta?</translation>
    </message>
    <message>
        <source>Loading resources…</source>
        <translation>Cargando recursos…</translation>
    </message>
    <message>
        <source>This application has no resources.</source>
        <translation>Esta aplicación no tiene recursos.</translation>
    </message>
    <message>
        <source>No resource matches “%1”.</source>
        <translation>Ningún recurso coincide con «%1».</translation>
    </message>
</context>
<context>
    <name>lynceus::ServicesHeader</name>
    <message>
        <source>Services</source>
        <translation>Servicios</translation>
    </message>
</context>
<context>
    <name>lynceus::ShortcutRegistry</name>
    <message>
        <source>“%1” is not a key</source>
        <translation>«%1» no es una tecla</translation>
    </message>
    <message>
        <source>%1 is already used by “%2”</source>
        <translation>%1 ya lo usa «%2»</translation>
    </message>
</context>
<context>
    <name>lynceus::ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>Find a shortcut</source>
        <translation>Buscar un atajo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tecla</translation>
    </message>
</context>
<context>
    <name>lynceus::Sidebar</name>
    <message>
        <source>Screens</source>
        <translation>Pantallas</translation>
    </message>
    <message>
        <source>Instances and the age of their data</source>
        <translation>Instancias y antigüedad de sus datos</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Lynceus demo</source>
        <translation>Demo de Lynceus</translation>
    </message>
    <message>
        <source>Simulated instances, and a week of simulated deployments. Nothing here is real.</source>
        <translation>Instancias simuladas y una semana de despliegues simulados. Nada de esto es real.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, one needs attention</source>
        <translation>%1, una requiere atención</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n need attention</source>
        <translation>
            <numerusform>%1, %n requiere atención</numerusform>
            <numerusform>%1, %n requieren atención</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lynceus::SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>Iniciar sesión en %1</translation>
    </message>
    <message>
        <source>In the browser (single sign-on)</source>
        <translation>En el navegador (inicio de sesión único)</translation>
    </message>
    <message>
        <source>With a user name and a password</source>
        <translation>Con usuario y contraseña</translation>
    </message>
    <message>
        <source>With a token</source>
        <translation>Con un token</translation>
    </message>
    <message>
        <source>How to sign in</source>
        <translation>Cómo iniciar sesión</translation>
    </message>
    <message>
        <source>Sign-in link</source>
        <translation>Enlace de inicio de sesión</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copiar enlace</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Abrir de nuevo</translation>
    </message>
    <message>
        <source>If you sign in with a browser on another computer, paste its final address:</source>
        <translation>Si inicia sesión con un navegador en otro equipo, pegue su dirección final:</translation>
    </message>
    <message>
        <source>Final address in the browser</source>
        <translation>Dirección final en el navegador</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Usarla</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>From your Argo CD: Settings → Accounts → Tokens. It is kept in the keychain.</source>
        <translation>Desde su Argo CD: Settings → Accounts → Tokens. Se guarda en el llavero.</translation>
    </message>
    <message>
        <source>Sign in on the page that opens in your browser, then return here.</source>
        <translation>Inicie sesión en la página que se abre en el navegador y luego vuelva aquí.</translation>
    </message>
    <message>
        <source>Enter a user name and a password.</source>
        <translation>Introduzca un usuario y una contraseña.</translation>
    </message>
    <message>
        <source>Paste a token.</source>
        <translation>Pegue un token.</translation>
    </message>
    <message>
        <source>Detecting the sign-in method…</source>
        <translation>Detectando el método de inicio de sesión…</translation>
    </message>
    <message>
        <source>Continue in your browser. This window updates automatically.</source>
        <translation>Continúe en el navegador. Esta ventana se actualiza automáticamente.</translation>
    </message>
    <message>
        <source>Enter this code on the page: %1</source>
        <translation>Introduzca este código en la página: %1</translation>
    </message>
    <message>
        <source>Fetching the token…</source>
        <translation>Obteniendo el token…</translation>
    </message>
</context>
<context>
    <name>lynceus::SsoFlow</name>
    <message>
        <source>Signed in. You can close this page and return to Lynceus.</source>
        <translation>Sesión iniciada. Puede cerrar esta página y volver a Lynceus.</translation>
    </message>
    <message>
        <source>Not signed in. %1</source>
        <translation>Sesión no iniciada. %1</translation>
    </message>
</context>
<context>
    <name>lynceus::StatusLine</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>1 application</source>
        <translation>1 aplicación</translation>
    </message>
    <message numerus="yes">
        <source>%Ln applications</source>
        <translation>
            <numerusform>%Ln aplicación</numerusform>
            <numerusform>%Ln aplicaciones</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on one instance</source>
        <translation>%1 en una instancia</translation>
    </message>
    <message numerus="yes">
        <source>%1 on %n instances</source>
        <translation>
            <numerusform>%1 en %n instancia</numerusform>
            <numerusform>%1 en %n instancias</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lynceus::StoreRecovery</name>
    <message>
        <source>Set aside and start again</source>
        <translation>Apartar y empezar de nuevo</translation>
    </message>
    <message>
        <source>Rename the damaged store and create a new one?</source>
        <translation>¿Cambiar el nombre del almacén dañado y crear uno nuevo?</translation>
    </message>
    <message>
        <source>%1

Lynceus renames it, keeps it in the same folder and creates a new store with the watches that are in memory.</source>
        <translation>%1

Lynceus le cambia el nombre, lo conserva en la misma carpeta y crea un almacén nuevo con los seguimientos que están en memoria.</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Apartar</translation>
    </message>
    <message>
        <source>The damaged store was renamed to %1, and a new store was created.</source>
        <translation>El almacén dañado se renombró como %1 y se creó uno nuevo.</translation>
    </message>
</context>
<context>
    <name>lynceus::TargetModel</name>
    <message>
        <source>now %1</source>
        <translation>ahora %1</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 en %2</translation>
    </message>
</context>
<context>
    <name>lynceus::TeamServerCards</name>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Enter a token…</source>
        <translation>Introducir un token…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renombrar…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>Token for %1</source>
        <translation>Token para %1</translation>
    </message>
    <message>
        <source>A deploy token or a JWT that the team server accepts; it is stored in the keychain</source>
        <translation>Un deploy token o un JWT que acepte el servidor de equipo; se guarda en el llavero</translation>
    </message>
    <message>
        <source>The team server accepts the token.</source>
        <translation>El servidor de equipo acepta el token.</translation>
    </message>
    <message>
        <source>The team server is read without a token.</source>
        <translation>El servidor de equipo se lee sin token.</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>Renombrar %1</translation>
    </message>
    <message>
        <source>Name, shown beside the tasks of this team server</source>
        <translation>Nombre, se muestra junto a las tareas de este servidor de equipo</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>¿Quitar %1?</translation>
    </message>
    <message>
        <source>Lynceus deletes its token and no longer shows its tasks. Nothing changes on the team server.</source>
        <translation>Lynceus elimina su token y deja de mostrar sus tareas. No cambia nada en el servidor de equipo.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>lynceus::TimelineTab</name>
    <message>
        <source>Loading timeline…</source>
        <translation>Cargando cronología…</translation>
    </message>
    <message>
        <source>The timeline could not be loaded: %1</source>
        <translation>No se pudo cargar la cronología: %1</translation>
    </message>
    <message>
        <source>No observations yet.</source>
        <translation>Aún no hay observaciones.</translation>
    </message>
    <message>
        <source>Up and Down select a line, + and − zoom, 0 shows everything.</source>
        <translation>Arriba y Abajo seleccionan una línea, + y − cambian el zoom, 0 muestra todo.</translation>
    </message>
</context>
<context>
    <name>lynceus::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1 tras %2</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>durante %1</translation>
    </message>
</context>
<context>
    <name>lynceus::TimesForm</name>
    <message>
        <source>Deadline</source>
        <translation>Fecha límite</translation>
    </message>
    <message>
        <source>Observe for</source>
        <translation>Observar durante</translation>
    </message>
    <message>
        <source>0 min</source>
        <translation>0 min</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 min</translation>
    </message>
    <message>
        <source>30 min</source>
        <translation>30 min</translation>
    </message>
    <message>
        <source>Deployed as soon as it runs</source>
        <translation>Desplegado en cuanto se ejecuta</translation>
    </message>
    <message>
        <source>Deployed after running for 5 minutes</source>
        <translation>Desplegado tras ejecutarse 5 minutos</translation>
    </message>
    <message>
        <source>Deployed after running for 30 minutes</source>
        <translation>Desplegado tras ejecutarse 30 minutos</translation>
    </message>
    <message>
        <source>Times out at %1</source>
        <translation>Tiempo límite: %1</translation>
    </message>
    <message>
        <source>may be too short</source>
        <translation>puede ser demasiado corto</translation>
    </message>
</context>
<context>
    <name>lynceus::Tray</name>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>%n más…</numerusform>
            <numerusform>%n más…</numerusform>
        </translation>
    </message>
    <message>
        <source>No watches</source>
        <translation>Sin seguimientos</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>New watch…</source>
        <translation>Nuevo seguimiento…</translation>
    </message>
    <message>
        <source>Pause all instances</source>
        <translation>Pausar todas las instancias</translation>
    </message>
    <message>
        <source>Resume all instances</source>
        <translation>Reanudar todas las instancias</translation>
    </message>
    <message>
        <source>Unmute (muted until %1)</source>
        <translation>Dejar de silenciar (silenciado hasta %1)</translation>
    </message>
    <message>
        <source>Mute for an hour</source>
        <translation>Silenciar una hora</translation>
    </message>
    <message>
        <source>Show Lynceus</source>
        <translation>Mostrar Lynceus</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
</context>
<context>
    <name>lynceus::VersionDelegate</name>
    <message>
        <source>drift</source>
        <translation>varias</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>atrasada</translation>
    </message>
</context>
<context>
    <name>lynceus::VersionsModel</name>
    <message>
        <source>behind %1</source>
        <translation>por detrás de %1</translation>
    </message>
    <message>
        <source>does not run here</source>
        <translation>no se ejecuta aquí</translation>
    </message>
    <message>
        <source>several versions</source>
        <translation>varias versiones</translation>
    </message>
    <message>
        <source>synced %1 ago</source>
        <translation>sync hace %1</translation>
    </message>
    <message>
        <source>%1 does not run in %2</source>
        <translation>%1 no se ejecuta en %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n más</numerusform>
            <numerusform>%n más</numerusform>
        </translation>
    </message>
    <message>
        <source>synced %1</source>
        <translation>sync %1</translation>
    </message>
    <message>
        <source>%1 runs other versions</source>
        <translation>%1 ejecuta otras versiones</translation>
    </message>
</context>
<context>
    <name>lynceus::VersionsPage</name>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>Filter services</source>
        <translation>Filtrar servicios</translation>
    </message>
    <message>
        <source>Filter: shop-web project:shop health:degraded</source>
        <translation>Filtro: shop-web project:shop health:degraded</translation>
    </message>
    <message>
        <source>Differing</source>
        <translation>Diferentes</translation>
    </message>
    <message>
        <source>Open the application</source>
        <translation>Abrir la aplicación</translation>
    </message>
    <message>
        <source>Show its applications</source>
        <translation>Mostrar sus aplicaciones</translation>
    </message>
    <message>
        <source>Show only differences, or all</source>
        <translation>Mostrar solo las diferencias, o todo</translation>
    </message>
    <message>
        <source>Move the column left</source>
        <translation>Mover la columna a la izquierda</translation>
    </message>
    <message>
        <source>Move the column right</source>
        <translation>Mover la columna a la derecha</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>Copiar como tabla</translation>
    </message>
    <message>
        <source>Export versions</source>
        <translation>Exportar versiones</translation>
    </message>
    <message>
        <source>CSV for spreadsheets</source>
        <translation>CSV para hojas de cálculo</translation>
    </message>
    <message>
        <source>JSON for programs</source>
        <translation>JSON para programas</translation>
    </message>
    <message>
        <source>Only services whose versions differ between environments (D)</source>
        <translation>Solo servicios cuyas versiones difieren entre entornos (D)</translation>
    </message>
    <message>
        <source>Pins are known to Applications only</source>
        <translation>Las fijaciones solo se conocen en Aplicaciones</translation>
    </message>
    <message>
        <source>Applications without the label %1 are not shown: %2</source>
        <translation>No se muestran las aplicaciones sin la etiqueta %1: %2</translation>
    </message>
    <message>
        <source>No services match the filter</source>
        <translation>Ningún servicio coincide con el filtro</translation>
    </message>
    <message>
        <source>Search for part of an image name, an application name or a project.</source>
        <translation>Busque parte del nombre de una imagen, el nombre de una aplicación o un proyecto.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Quitar el filtro</translation>
    </message>
    <message>
        <source>All environments run the same versions</source>
        <translation>Todos los entornos ejecutan las mismas versiones</translation>
    </message>
    <message>
        <source>No service differs between the environments that run it.</source>
        <translation>Ningún servicio difiere entre los entornos que lo ejecutan.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>No application has this label</source>
        <translation>Ninguna aplicación tiene esta etiqueta</translation>
    </message>
    <message>
        <source>Applications without the label %1 are not shown.</source>
        <translation>No se muestran las aplicaciones sin la etiqueta %1.</translation>
    </message>
    <message>
        <source>One column per instance</source>
        <translation>Una columna por instancia</translation>
    </message>
    <message>
        <source>Which version of each service runs where</source>
        <translation>Qué versión de cada servicio se ejecuta dónde</translation>
    </message>
    <message>
        <source>No versions yet</source>
        <translation>Aún no hay versiones</translation>
    </message>
    <message>
        <source>Images appear after an instance has responded, if its applications have pods.</source>
        <translation>Las imágenes aparecen después de que responda una instancia, si sus aplicaciones tienen pods.</translation>
    </message>
    <message>
        <source>By instance</source>
        <translation>Por instancia</translation>
    </message>
    <message>
        <source>By namespace</source>
        <translation>Por namespace</translation>
    </message>
    <message>
        <source>By cluster</source>
        <translation>Por clúster</translation>
    </message>
    <message>
        <source>By project</source>
        <translation>Por proyecto</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>Por %1</translation>
    </message>
    <message>
        <source>Columns: %1</source>
        <translation>Columnas: %1</translation>
    </message>
    <message>
        <source>What a column stands for: %1</source>
        <translation>Qué representa una columna: %1</translation>
    </message>
    <message>
        <source>A column per instance</source>
        <translation>Una columna por instancia</translation>
    </message>
    <message>
        <source>A column per namespace</source>
        <translation>Una columna por namespace</translation>
    </message>
    <message>
        <source>A column per cluster</source>
        <translation>Una columna por clúster</translation>
    </message>
    <message>
        <source>A column per project</source>
        <translation>Una columna por proyecto</translation>
    </message>
    <message>
        <source>A column per value of a label</source>
        <translation>Una columna por valor de una etiqueta</translation>
    </message>
    <message>
        <source>Show all applications of this service</source>
        <translation>Mostrar todas las aplicaciones de este servicio</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>1 service copied as a table</source>
        <translation>1 servicio copiado como tabla</translation>
    </message>
    <message numerus="yes">
        <source>%n services copied as a table</source>
        <translation>
            <numerusform>%n servicio copiado como tabla</numerusform>
            <numerusform>%n servicios copiados como tabla</numerusform>
        </translation>
    </message>
    <message>
        <source>Versions exported to %1</source>
        <translation>Versiones exportadas a %1</translation>
    </message>
</context>
<context>
    <name>lynceus::VersionsView</name>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Entornos</translation>
    </message>
</context>
<context>
    <name>lynceus::Wallboard</name>
    <message>
        <source>No watches</source>
        <translation>Sin seguimientos</translation>
    </message>
    <message>
        <source>Wallboard – Lynceus</source>
        <translation>Panel mural – Lynceus</translation>
    </message>
    <message>
        <source>Wallboard</source>
        <translation>Panel mural</translation>
    </message>
    <message>
        <source>The sign-in to %1 has expired: its rows are not updated.</source>
        <translation>La sesión en %1 ha caducado: sus filas no se actualizan.</translation>
    </message>
    <message>
        <source>The sign-ins to %1 have expired: their rows are not updated.</source>
        <translation>Las sesiones en %1 han caducado: sus filas no se actualizan.</translation>
    </message>
    <message>
        <source>1 more</source>
        <translation>1 más</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n más</numerusform>
            <numerusform>%n más</numerusform>
        </translation>
    </message>
</context>
</TS>
