<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>Tells whether a released version runs on Argo CD, and why not.</source>
        <translation>Zeigt, ob eine freigegebene Version auf Argo CD läuft und, falls nicht, warum.</translation>
    </message>
    <message>
        <source>License: Apache-2.0. Icons: Lucide (ISC).</source>
        <translation>Lizenz: Apache-2.0. Symbole: Lucide (ISC).</translation>
    </message>
    <message>
        <source>Built with Qt %1 (LGPL-3.0), running on %2.</source>
        <translation>Erstellt mit Qt %1 (LGPL-3.0), läuft auf %2.</translation>
    </message>
    <message>
        <source>About Lynceus</source>
        <translation>Über Lynceus</translation>
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
        <translation>vor %1</translation>
    </message>
</context>
<context>
    <name>Applications</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>failed %1</source>
        <translation>fehlgeschlagen %1</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Health</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Last sync</source>
        <translation>Letzter Sync</translation>
    </message>
    <message>
        <source>Data age</source>
        <translation>Datenalter</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>several</source>
        <translation>mehrere</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>von %1</translation>
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
        <translation>Chart %1</translation>
    </message>
    <message>
        <source>revision %1</source>
        <translation>Revision %1</translation>
    </message>
    <message>
        <source>rollback %1</source>
        <extracomment>%1 is a change: &quot;rollback 1.5.0 → 1.4.2&quot;</extracomment>
        <translation>Rollback %1</translation>
    </message>
    <message>
        <source>1 deployment behind %1 since %2</source>
        <translation>1 Deployment hinter %1 seit %2</translation>
    </message>
    <message numerus="yes">
        <source>%n deployments behind %1 since %2</source>
        <translation>
            <numerusform>%n Deployment hinter %1 seit %2</numerusform>
            <numerusform>%n Deployments hinter %1 seit %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n behind since %1</source>
        <translation>
            <numerusform>%n zurück seit %1</numerusform>
            <numerusform>%n zurück seit %1</numerusform>
        </translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>deployed</source>
        <translation>ausgerollt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation>abgelöst</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>watched</source>
        <translation>beobachtet</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>erfasst</translation>
    </message>
    <message>
        <source>reconstructed</source>
        <translation>rekonstruiert</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>automated</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>image updater</source>
        <translation>Image Updater</translation>
    </message>
    <message>
        <source>applicationset</source>
        <translation>ApplicationSet</translation>
    </message>
    <message>
        <source>rollback</source>
        <translation>Rollback</translation>
    </message>
    <message>
        <source>parameter override</source>
        <translation>Parameter überschrieben</translation>
    </message>
    <message>
        <source>regressed</source>
        <translation>Rückfall nach Erfolg</translation>
    </message>
    <message>
        <source>image pull</source>
        <translation>Image-Pull</translation>
    </message>
    <message>
        <source>crash loop</source>
        <translation>Absturzschleife</translation>
    </message>
    <message>
        <source>container config</source>
        <translation>Container-Konfiguration</translation>
    </message>
    <message>
        <source>init failed</source>
        <translation>Init fehlgeschlagen</translation>
    </message>
    <message>
        <source>unschedulable</source>
        <translation>nicht einplanbar</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>quota</source>
        <translation>Quota</translation>
    </message>
    <message>
        <source>readiness</source>
        <translation>Bereitschaft</translation>
    </message>
    <message>
        <source>progress deadline</source>
        <translation>Fortschrittsfrist</translation>
    </message>
    <message>
        <source>rollout aborted</source>
        <translation>Rollout abgebrochen</translation>
    </message>
    <message>
        <source>hook failed</source>
        <translation>Hook fehlgeschlagen</translation>
    </message>
    <message>
        <source>sync failed</source>
        <translation>Sync fehlgeschlagen</translation>
    </message>
    <message>
        <source>sync error</source>
        <translation>Sync-Fehler</translation>
    </message>
    <message>
        <source>comparison error</source>
        <translation>Vergleichsfehler</translation>
    </message>
    <message>
        <source>invalid spec</source>
        <translation>ungültige Spec</translation>
    </message>
    <message>
        <source>admission denied</source>
        <translation>Admission abgelehnt</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>Degraded</translation>
    </message>
    <message>
        <source>image not in application</source>
        <translation>Image nicht in Anwendung</translation>
    </message>
    <message>
        <source>children</source>
        <translation>Untergeordnete</translation>
    </message>
    <message>
        <source>pruning needed</source>
        <translation>Pruning nötig</translation>
    </message>
    <message>
        <source>out of sync</source>
        <translation>OutOfSync</translation>
    </message>
    <message>
        <source>app deleted</source>
        <translation>Anwendung gelöscht</translation>
    </message>
    <message>
        <source>superseded by</source>
        <translation>abgelöst durch</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>zurückgerollt</translation>
    </message>
    <message>
        <source>auto sync off</source>
        <translation>Auto-Sync aus</translation>
    </message>
    <message>
        <source>sync window</source>
        <translation>Sync-Fenster</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>Suspended</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>skip reconcile</source>
        <translation>Abgleich übersprungen</translation>
    </message>
    <message>
        <source>not noticed</source>
        <translation>nicht bemerkt</translation>
    </message>
    <message>
        <source>other operation</source>
        <translation>andere Operation</translation>
    </message>
    <message>
        <source>waiting for wave</source>
        <translation>wartet auf Wave</translation>
    </message>
    <message>
        <source>waiting for hook</source>
        <translation>wartet auf Hook</translation>
    </message>
    <message>
        <source>old pods left</source>
        <translation>alte Pods übrig</translation>
    </message>
    <message>
        <source>controller stalled</source>
        <translation>Controller hängt</translation>
    </message>
    <message>
        <source>repo unreachable</source>
        <translation>Repo nicht erreichbar</translation>
    </message>
    <message>
        <source>ignored difference</source>
        <translation>ignorierter Unterschied</translation>
    </message>
    <message>
        <source>image rewritten</source>
        <translation>Image umgeschrieben</translation>
    </message>
    <message>
        <source>update strategy</source>
        <translation>Update-Strategie</translation>
    </message>
    <message>
        <source>old pod broken</source>
        <translation>alter Pod defekt</translation>
    </message>
    <message>
        <source>applicationset step</source>
        <translation>ApplicationSet-Schritt</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>not created</source>
        <translation>nicht erstellt</translation>
    </message>
    <message>
        <source>desired state error</source>
        <translation>Fehler im Sollzustand</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>sign in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>permission</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>sync awaited</source>
        <translation>Sync erwartet</translation>
    </message>
    <message>
        <source>sync running</source>
        <translation>Sync läuft</translation>
    </message>
    <message>
        <source>comparison awaited</source>
        <translation>Vergleich erwartet</translation>
    </message>
    <message>
        <source>revision unproven</source>
        <translation>Revision nicht belegt</translation>
    </message>
    <message>
        <source>application gone</source>
        <translation>Anwendung nicht mehr da</translation>
    </message>
    <message>
        <source>operation failed</source>
        <translation>Operation fehlgeschlagen</translation>
    </message>
    <message>
        <source>images unproven</source>
        <translation>Images nicht nachgewiesen</translation>
    </message>
    <message>
        <source>not healthy</source>
        <translation>nicht Healthy</translation>
    </message>
    <message>
        <source>newer deployment</source>
        <translation>neueres Deployment</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>a pipeline</source>
        <translation>einer Pipeline</translation>
    </message>
    <message>
        <source>registered %1</source>
        <translation>registriert %1</translation>
    </message>
    <message>
        <source>registered %1 by %2</source>
        <translation>registriert %1 von %2</translation>
    </message>
    <message>
        <source>release %1</source>
        <translation>Release %1</translation>
    </message>
    <message>
        <source>auto-sync is off</source>
        <translation>Auto-Sync ist aus</translation>
    </message>
    <message>
        <source>last sync %1</source>
        <translation>letzter Sync %1</translation>
    </message>
    <message>
        <source>project %1</source>
        <translation>Projekt %1</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>wird geladen</translation>
    </message>
    <message>
        <source>The last sync failed: %1</source>
        <translation>Der letzte Sync ist fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>%1 is paused; its data is not updated.</source>
        <translation>%1 ist pausiert; die Daten werden nicht aktualisiert.</translation>
    </message>
    <message>
        <source>You are not signed in to %1, or your sign-in has expired.</source>
        <translation>Sie sind bei %1 nicht angemeldet, oder Ihre Anmeldung ist abgelaufen.</translation>
    </message>
    <message>
        <source>%1 is not trusted or is not an Argo CD server: %2.</source>
        <translation>%1 ist nicht vertrauenswürdig oder kein Argo-CD-Server: %2.</translation>
    </message>
    <message>
        <source>The application does not exist, or your account does not have access to it. Ask your administrator for the permission “applications, get”.</source>
        <translation>Die Anwendung existiert nicht, oder Ihr Konto hat keinen Zugriff darauf. Bitten Sie Ihren Administrator um die Berechtigung „applications, get“.</translation>
    </message>
    <message>
        <source>The application does not exist, or your account does not have access to it in project %1. Ask your administrator for the permission “applications, get”.</source>
        <translation>Die Anwendung existiert nicht, oder Ihr Konto hat in Projekt %1 keinen Zugriff darauf. Bitten Sie Ihren Administrator um die Berechtigung „applications, get“.</translation>
    </message>
    <message>
        <source>Application %2 no longer exists on %1.</source>
        <translation>Anwendung %2 existiert auf %1 nicht mehr.</translation>
    </message>
    <message>
        <source>%1 does not respond: %2. Lynceus retries automatically.</source>
        <translation>%1 antwortet nicht: %2. Lynceus versucht es automatisch erneut.</translation>
    </message>
    <message>
        <source>The response from %1 cannot be processed: %2.</source>
        <translation>Die Antwort von %1 kann nicht verarbeitet werden: %2.</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>ask your administrator for the permission: %1, %2/*, allow</source>
        <translation>bitten Sie Ihren Administrator um die Berechtigung: %1, %2/*, allow</translation>
    </message>
    <message>
        <source>the server does not report its time</source>
        <translation>der Server meldet seine Uhrzeit nicht</translation>
    </message>
    <message>
        <source>the server&apos;s clock is %1 ahead of this computer&apos;s</source>
        <translation>die Uhr des Servers geht gegenüber diesem Computer %1 vor</translation>
    </message>
    <message>
        <source>the server&apos;s clock is %1 behind this computer&apos;s</source>
        <translation>die Uhr des Servers geht gegenüber diesem Computer %1 nach</translation>
    </message>
    <message>
        <source>synchronize this computer&apos;s clock: timedatectl set-ntp true; if it is synchronized, contact the server&apos;s administrator</source>
        <translation>synchronisieren Sie die Uhr dieses Computers: timedatectl set-ntp true; ist sie synchronisiert, wenden Sie sich an den Administrator des Servers</translation>
    </message>
    <message>
        <source>%1: new tokens may be rejected</source>
        <translation>%1: neue Token werden möglicherweise abgelehnt</translation>
    </message>
    <message>
        <source>if the server has a new certificate, accept it with: lynceus instances test NAME --pin SHA256</source>
        <translation>hat der Server ein neues Zertifikat, akzeptieren Sie es mit: lynceus instances test NAME --pin SHA256</translation>
    </message>
    <message>
        <source>trust its CA (--server-crt) or exactly this certificate (--pin)</source>
        <translation>vertrauen Sie seiner CA (--server-crt) oder genau diesem Zertifikat (--pin)</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message>
        <source>trusted by your own CA</source>
        <translation>vertrauenswürdig durch Ihre eigene CA</translation>
    </message>
    <message>
        <source>trusted</source>
        <translation>vertrauenswürdig</translation>
    </message>
    <message>
        <source>%1, issued by %2</source>
        <translation>%1, ausgestellt von %2</translation>
    </message>
    <message>
        <source>do not use --insecure: anyone on the network path can read the token</source>
        <translation>verwenden Sie --insecure nicht: jeder auf dem Netzwerkweg kann das Token lesen</translation>
    </message>
    <message numerus="yes">
        <source>%1, expired %n days ago</source>
        <translation>
            <numerusform>%1, vor %n Tag abgelaufen</numerusform>
            <numerusform>%1, vor %n Tagen abgelaufen</numerusform>
        </translation>
    </message>
    <message>
        <source>contact the server&apos;s administrator</source>
        <translation>wenden Sie sich an den Administrator des Servers</translation>
    </message>
    <message numerus="yes">
        <source>%1, expires in %n days</source>
        <translation>
            <numerusform>%1, läuft in %n Tag ab</numerusform>
            <numerusform>%1, läuft in %n Tagen ab</numerusform>
        </translation>
    </message>
    <message>
        <source>ask the server&apos;s administrator to renew it</source>
        <translation>bitten Sie den Administrator des Servers, es zu erneuern</translation>
    </message>
    <message>
        <source>Argo CD %1: unknown version</source>
        <translation>Argo CD %1: unbekannte Version</translation>
    </message>
    <message>
        <source>%1 is older than 2.6, the oldest supported version</source>
        <translation>%1 ist älter als 2.6, die älteste unterstützte Version</translation>
    </message>
    <message>
        <source>some features may not work; ask for a newer Argo CD</source>
        <translation>manche Funktionen arbeiten möglicherweise nicht; bitten Sie um ein neueres Argo CD</translation>
    </message>
    <message>
        <source>lynceus login %1</source>
        <translation>lynceus login %1</translation>
    </message>
    <message>
        <source>not signed in (anonymous access)</source>
        <translation>nicht angemeldet (anonymer Zugriff)</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>nicht angemeldet</translation>
    </message>
    <message>
        <source>signed in as %1</source>
        <translation>angemeldet als %1</translation>
    </message>
    <message>
        <source>%1, renewed automatically</source>
        <translation>%1, wird automatisch erneuert</translation>
    </message>
    <message>
        <source>%1, expires in %2</source>
        <translation>%1, läuft in %2 ab</translation>
    </message>
    <message>
        <source>%1, not renewable</source>
        <translation>%1, nicht erneuerbar</translation>
    </message>
    <message>
        <source>the server does not report whether this account can read applications</source>
        <translation>der Server meldet nicht, ob dieses Konto Anwendungen lesen darf</translation>
    </message>
    <message>
        <source>this account can read all applications</source>
        <translation>dieses Konto darf alle Anwendungen lesen</translation>
    </message>
    <message numerus="yes">
        <source>this account can read %n applications</source>
        <translation>
            <numerusform>dieses Konto darf %n Anwendung lesen</numerusform>
            <numerusform>dieses Konto darf %n Anwendungen lesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>this account can read %n applications, but not all</source>
        <translation>
            <numerusform>dieses Konto darf %n Anwendung lesen, aber nicht alle</numerusform>
            <numerusform>dieses Konto darf %n Anwendungen lesen, aber nicht alle</numerusform>
        </translation>
    </message>
    <message>
        <source>this account sees no applications: the server has none, or this account has no access to any</source>
        <translation>dieses Konto sieht keine Anwendungen: der Server hat keine, oder dieses Konto hat auf keine Zugriff</translation>
    </message>
    <message>
        <source>the server does not report whether this account can read logs</source>
        <translation>der Server meldet nicht, ob dieses Konto Logs lesen darf</translation>
    </message>
    <message>
        <source>this account can read logs</source>
        <translation>dieses Konto darf Logs lesen</translation>
    </message>
    <message>
        <source>this account cannot read logs: failures are explained without the last log lines of a container</source>
        <translation>dieses Konto darf keine Logs lesen: Fehler werden ohne die letzten Logzeilen eines Containers erklärt</translation>
    </message>
    <message>
        <source>this account can sync; Lynceus only reads</source>
        <translation>dieses Konto darf synchronisieren; Lynceus liest nur</translation>
    </message>
    <message>
        <source>this account cannot sync; Lynceus does not need this permission</source>
        <translation>dieses Konto darf nicht synchronisieren; Lynceus braucht diese Berechtigung nicht</translation>
    </message>
    <message>
        <source>this computer&apos;s clock matches the server&apos;s clock</source>
        <translation>die Uhr dieses Computers stimmt mit der des Servers überein</translation>
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
        <translation>%1 von %2 bereit, %3 aktualisiert, %4 alt</translation>
    </message>
    <message>
        <source>Workloads</source>
        <translation>Workloads</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>Workload</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Health</translation>
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
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Erfasst</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>This evidence is incomplete. The page of the task on the team server shows all of it.</source>
        <translation>Diese Belege sind unvollständig. Die Seite der Aufgabe auf dem Teamserver zeigt sie vollständig.</translation>
    </message>
    <message>
        <source>Last log lines of pod %1</source>
        <translation>Letzte Logzeilen von Pod %1</translation>
    </message>
</context>
<context>
    <name>Instances</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Show certificate…</source>
        <translation>Zertifikat anzeigen…</translation>
    </message>
    <message>
        <source>Change the address…</source>
        <translation>Adresse ändern…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Paused: this instance is not contacted, and its watches do not progress.</source>
        <translation>Pausiert: Diese Instanz wird nicht kontaktiert, und ihre Beobachtungen schreiten nicht fort.</translation>
    </message>
    <message>
        <source>No recent data from this instance. The data shown may be out of date.</source>
        <translation>Keine aktuellen Daten von dieser Instanz. Die angezeigten Daten sind möglicherweise veraltet.</translation>
    </message>
    <message>
        <source>The instance cannot be reached. Lynceus keeps retrying.</source>
        <translation>Die Instanz ist nicht erreichbar. Lynceus versucht es weiter.</translation>
    </message>
    <message>
        <source>You are not signed in, or your sign-in has expired.</source>
        <translation>Sie sind nicht angemeldet, oder Ihre Anmeldung ist abgelaufen.</translation>
    </message>
    <message>
        <source>The token cannot be read because the keychain is locked or not available. Unlock it, then try again.</source>
        <translation>Das Token kann nicht gelesen werden, weil der Schlüsselbund gesperrt oder nicht verfügbar ist. Entsperren Sie ihn und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted.</source>
        <translation>Das Zertifikat des Servers ist nicht vertrauenswürdig.</translation>
    </message>
    <message>
        <source>The server at this address is not an Argo CD server.</source>
        <translation>Der Server unter dieser Adresse ist kein Argo-CD-Server.</translation>
    </message>
    <message>
        <source>This account does not have permission to list applications.</source>
        <translation>Dieses Konto darf keine Anwendungen auflisten.</translation>
    </message>
    <message>
        <source>anonymous access</source>
        <translation>anonymer Zugriff</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>nicht angemeldet</translation>
    </message>
    <message>
        <source>signed in as %1</source>
        <translation>angemeldet als %1</translation>
    </message>
    <message>
        <source>renewed automatically</source>
        <translation>wird automatisch erneuert</translation>
    </message>
    <message>
        <source>expires in %1</source>
        <translation>läuft in %1 ab</translation>
    </message>
    <message>
        <source>until Lynceus quits (no keychain)</source>
        <translation>bis Lynceus beendet wird (kein Schlüsselbund)</translation>
    </message>
    <message>
        <source>1 application</source>
        <translation>1 Anwendung</translation>
    </message>
    <message numerus="yes">
        <source>%Ln applications</source>
        <translation>
            <numerusform>%Ln Anwendung</numerusform>
            <numerusform>%Ln Anwendungen</numerusform>
        </translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation>Zertifikat nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>nicht verschlüsselt</translation>
    </message>
    <message>
        <source>certificate pinned: %1</source>
        <translation>Zertifikat angeheftet: %1</translation>
    </message>
    <message>
        <source>certificate of %1</source>
        <translation>Zertifikat aus %1</translation>
    </message>
    <message>
        <source>certificate trusted by this computer</source>
        <translation>Zertifikat von diesem Computer anerkannt</translation>
    </message>
    <message>
        <source>single sign-on</source>
        <translation>Single Sign-on</translation>
    </message>
    <message>
        <source>user name and password</source>
        <translation>Benutzername und Passwort</translation>
    </message>
    <message>
        <source>%1 responded. It does not announce a sign-in method; try a token.</source>
        <translation>%1 hat geantwortet. Eine Anmeldemethode wird nicht genannt; versuchen Sie ein Token.</translation>
    </message>
    <message>
        <source>%1 responded. Sign-in methods: %2.</source>
        <translation>%1 hat geantwortet. Anmeldemethoden: %2.</translation>
    </message>
    <message>
        <source>Enter a token…</source>
        <translation>Token eingeben…</translation>
    </message>
    <message>
        <source>No recent data from this team server. The tasks shown may be out of date.</source>
        <translation>Keine aktuellen Daten von diesem Teamserver. Die angezeigten Aufgaben sind möglicherweise veraltet.</translation>
    </message>
    <message>
        <source>The team server cannot be reached. Its tasks are shown as last known; Lynceus keeps retrying.</source>
        <translation>Der Teamserver ist nicht erreichbar. Seine Aufgaben werden mit dem letzten bekannten Stand angezeigt; Lynceus versucht es weiter.</translation>
    </message>
    <message>
        <source>The team server needs a token to show its tasks.</source>
        <translation>Der Teamserver braucht ein Token, um seine Aufgaben zu zeigen.</translation>
    </message>
    <message>
        <source>The team server rejected the token.</source>
        <translation>Der Teamserver hat das Token abgelehnt.</translation>
    </message>
    <message>
        <source>The token does not have permission to read tasks.</source>
        <translation>Das Token hat keine Berechtigung, Aufgaben zu lesen.</translation>
    </message>
    <message>
        <source>The token cannot be read from the keychain.</source>
        <translation>Das Token kann nicht aus dem Schlüsselbund gelesen werden.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted. Remove the team server and add it again to trust it.</source>
        <translation>Das Zertifikat des Servers ist nicht vertrauenswürdig. Entfernen Sie den Teamserver und fügen Sie ihn neu hinzu, um ihm zu vertrauen.</translation>
    </message>
    <message>
        <source>The server at this address does not respond as a team server. Lynceus keeps retrying; if the address is wrong, remove the team server and add it again.</source>
        <translation>Der Server unter dieser Adresse antwortet nicht wie ein Teamserver. Lynceus versucht es weiter; ist die Adresse falsch, entfernen Sie den Teamserver und fügen Sie ihn neu hinzu.</translation>
    </message>
    <message>
        <source>team server (%1)</source>
        <translation>Teamserver (%1)</translation>
    </message>
    <message>
        <source>read without a token</source>
        <translation>ohne Token gelesen</translation>
    </message>
    <message>
        <source>read with a token</source>
        <translation>mit Token gelesen</translation>
    </message>
    <message>
        <source>1 task in progress</source>
        <translation>1 laufende Aufgabe</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tasks in progress</source>
        <translation>
            <numerusform>%Ln laufende Aufgabe</numerusform>
            <numerusform>%Ln laufende Aufgaben</numerusform>
        </translation>
    </message>
    <message>
        <source>polled</source>
        <translation>abgefragt</translation>
    </message>
    <message>
        <source>%1 responded: a team server. Its tasks can be read.</source>
        <translation>%1 hat geantwortet: ein Teamserver. Seine Aufgaben können gelesen werden.</translation>
    </message>
    <message>
        <source>%1 responded: a team server. It needs a token to show its tasks.</source>
        <translation>%1 hat geantwortet: ein Teamserver. Er braucht ein Token, um seine Aufgaben zu zeigen.</translation>
    </message>
    <message>
        <source>%1 responded: a team server. Its tasks cannot be read now.</source>
        <translation>%1 hat geantwortet: ein Teamserver. Seine Aufgaben können derzeit nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Watching %1 on %2</source>
        <translation>%1 wird auf %2 beobachtet</translation>
    </message>
    <message>
        <source>%1 is failing on %2</source>
        <translation>%1 schlägt auf %2 fehl</translation>
    </message>
    <message>
        <source>%1 needs attention on %2</source>
        <translation>%1 braucht Aufmerksamkeit auf %2</translation>
    </message>
    <message>
        <source>%1 is deployed on %2</source>
        <translation>%1 ist auf %2 ausgerollt</translation>
    </message>
    <message>
        <source>%1 failed on %2</source>
        <translation>%1 ist auf %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 timed out on %2</source>
        <translation>%1: Zeit auf %2 abgelaufen</translation>
    </message>
    <message>
        <source>%1 was superseded on %2</source>
        <translation>%1 wurde auf %2 abgelöst</translation>
    </message>
    <message>
        <source>%1 was deleted from %2</source>
        <translation>%1 wurde von %2 gelöscht</translation>
    </message>
    <message>
        <source>%1 could not be observed on %2</source>
        <translation>%1 konnte auf %2 nicht beobachtet werden</translation>
    </message>
    <message>
        <source>%1: sign-in to %2 needed</source>
        <translation>%1: Anmeldung bei %2 nötig</translation>
    </message>
    <message numerus="yes">
        <source>%n deployed</source>
        <translation>
            <numerusform>%n ausgerollt</numerusform>
            <numerusform>%n ausgerollt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n timed out</source>
        <translation>
            <numerusform>%n mit abgelaufener Zeit</numerusform>
            <numerusform>%n mit abgelaufener Zeit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n superseded</source>
        <translation>
            <numerusform>%n abgelöst</numerusform>
            <numerusform>%n abgelöst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n aborted</source>
        <translation>
            <numerusform>%n ergebnislos</numerusform>
            <numerusform>%n ergebnislos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone</source>
        <translation>
            <numerusform>%n gelöscht</numerusform>
            <numerusform>%n gelöscht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sign-in needed</source>
        <translation>
            <numerusform>%n Anmeldung nötig</numerusform>
            <numerusform>%n Anmeldungen nötig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n abgebrochen</numerusform>
            <numerusform>%n abgebrochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failing</source>
        <translation>
            <numerusform>%n schlägt fehl</numerusform>
            <numerusform>%n schlagen fehl</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for you</source>
        <translation>
            <numerusform>%n wartet auf Sie</numerusform>
            <numerusform>%n warten auf Sie</numerusform>
        </translation>
    </message>
    <message>
        <source>Watching release %1</source>
        <translation>Release %1 wird beobachtet</translation>
    </message>
    <message>
        <source>Release %1: %2</source>
        <translation>Release %1: %2</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>Bei %1 anmelden</translation>
    </message>
    <message>
        <source>Sign-in needed on several instances</source>
        <translation>Anmeldung bei mehreren Instanzen nötig</translation>
    </message>
    <message>
        <source>%1 is unreachable</source>
        <translation>%1 ist nicht erreichbar</translation>
    </message>
    <message numerus="yes">
        <source>%n instances are unreachable</source>
        <translation>
            <numerusform>%n Instanz ist nicht erreichbar</numerusform>
            <numerusform>%n Instanzen sind nicht erreichbar</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is reachable again</source>
        <translation>%1 ist wieder erreichbar</translation>
    </message>
    <message numerus="yes">
        <source>%n instances are reachable again</source>
        <translation>
            <numerusform>%n Instanz ist wieder erreichbar</numerusform>
            <numerusform>%n Instanzen sind wieder erreichbar</numerusform>
        </translation>
    </message>
    <message>
        <source>sign-in to %1</source>
        <translation>Anmeldung bei %1</translation>
    </message>
    <message numerus="yes">
        <source>%n instances need attention</source>
        <translation>
            <numerusform>%n Instanz braucht Aufmerksamkeit</numerusform>
            <numerusform>%n Instanzen brauchen Aufmerksamkeit</numerusform>
        </translation>
    </message>
    <message>
        <source>Lynceus keeps running in the tray</source>
        <translation>Lynceus läuft im Tray weiter</translation>
    </message>
    <message>
        <source>Watches continue. Use the tray menu to open the window or to quit.</source>
        <translation>Beobachtungen laufen weiter. Über das Tray-Menü können Sie das Fenster öffnen oder das Programm beenden.</translation>
    </message>
    <message>
        <source>The Lynceus window could not be opened</source>
        <translation>Das Fenster von Lynceus konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Lynceus test notification</source>
        <translation>Testbenachrichtigung von Lynceus</translation>
    </message>
    <message>
        <source>Lynceus notifies you here when a release is deployed or has failed.</source>
        <translation>Lynceus benachrichtigt Sie hier, wenn ein Release ausgerollt oder fehlgeschlagen ist.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Extend 10 min</source>
        <translation>10 min länger</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>Copy cause</source>
        <translation>Ursache kopieren</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Failing (early warning)</source>
        <translation>Schlägt fehl (Frühwarnung)</translation>
    </message>
    <message>
        <source>Needs attention (waits for you)</source>
        <translation>Braucht Aufmerksamkeit (wartet auf Sie)</translation>
    </message>
    <message>
        <source>Deployed</source>
        <translation>Ausgerollt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>Abgelöst</translation>
    </message>
    <message>
        <source>Application deleted</source>
        <translation>Anwendung gelöscht</translation>
    </message>
    <message>
        <source>Could not be observed</source>
        <translation>Konnte nicht beobachtet werden</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message>
        <source>Instance unreachable</source>
        <translation>Instanz nicht erreichbar</translation>
    </message>
    <message>
        <source>Instance reachable again</source>
        <translation>Instanz wieder erreichbar</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>failing</source>
        <translation>schlägt fehl</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Angabe</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Child watches</source>
        <translation>Untergeordnete Beobachtungen</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Registriert</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>%1, after %2</source>
        <translation>%1, nach %2</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>On it</source>
        <translation>Kümmert sich</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Server message</source>
        <translation>Servermeldung</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Abhilfe</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>Workload</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Health</translation>
    </message>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Evidence, observed %1</source>
        <translation>Belege, erfasst %1</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>blockiert</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>lifted</source>
        <translation>aufgehoben</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>watched: pods and manifests were checked</source>
        <translation>beobachtet: Pods und Manifeste wurden geprüft</translation>
    </message>
    <message>
        <source>observed: from the application&apos;s sync status, health and images</source>
        <translation>erfasst: aus Sync-Status, Health und Images der Anwendung</translation>
    </message>
    <message>
        <source>reconstructed: read afterwards from the application&apos;s history</source>
        <translation>rekonstruiert: nachträglich aus dem Verlauf der Anwendung gelesen</translation>
    </message>
    <message>
        <source>%1 on %2: %3</source>
        <comment>application, instance, outcome</comment>
        <translation>%1 auf %2: %3</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>Gestartet von</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Follow rule</source>
        <translation>Folgeregel</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Beobachtung</translation>
    </message>
    <message>
        <source>Open in Argo CD</source>
        <translation>In Argo CD öffnen</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Akteur</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>of 1 deployment</source>
        <translation>von 1 Deployment</translation>
    </message>
    <message numerus="yes">
        <source>of %n deployments</source>
        <translation>
            <numerusform>von %n Deployment</numerusform>
            <numerusform>von %n Deployments</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2 (%3)</source>
        <comment>from, until, time zone</comment>
        <translation>%1 bis %2 (%3)</translation>
    </message>
    <message>
        <source>commit by %1: %2</source>
        <translation>Commit von %1: %2</translation>
    </message>
    <message>
        <source>sync started (%1)</source>
        <comment>by whom</comment>
        <translation>Sync gestartet (%1)</translation>
    </message>
    <message>
        <source>The team server %1 watched this deployment; the times below are its own.</source>
        <translation>Der Teamserver %1 hat dieses Deployment beobachtet; die Zeiten unten sind seine eigenen.</translation>
    </message>
    <message>
        <source>No watch followed this deployment; the times below come from the application.</source>
        <translation>Keine Beobachtung hat dieses Deployment verfolgt; die Zeiten unten stammen aus der Anwendung.</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n; the numbers count all.</source>
        <translation>
            <numerusform>Das neueste; die Zahlen zählen alle.</numerusform>
            <numerusform>Die neuesten %n; die Zahlen zählen alle.</numerusform>
        </translation>
    </message>
    <message>
        <source>Deployments over time, most in one bar: %1</source>
        <translation>Deployments im Zeitverlauf, höchstens je Balken: %1</translation>
    </message>
    <message>
        <source>Period before: %1</source>
        <translation>Zeitraum davor: %1</translation>
    </message>
    <message>
        <source>%1 at %2. %3</source>
        <comment>outcome, time, cause</comment>
        <translation>%1, %2. %3</translation>
    </message>
    <message numerus="yes">
        <source>%n not restored</source>
        <translation>
            <numerusform>%n offen</numerusform>
            <numerusform>%n offen</numerusform>
        </translation>
    </message>
    <message>
        <source>Deployments per day</source>
        <translation>Deployments pro Tag</translation>
    </message>
    <message>
        <source>Deployments that run, divided by the days of the period.</source>
        <translation>Laufende Deployments, geteilt durch die Tage des Zeitraums.</translation>
    </message>
    <message>
        <source>Lead time, median</source>
        <translation>Durchlaufzeit, Median</translation>
    </message>
    <message>
        <source>From the commit until the version runs, without rollbacks.</source>
        <translation>Vom Commit, bis die Version läuft, ohne Rollbacks.</translation>
    </message>
    <message>
        <source>Lead time, 90 %</source>
        <translation>Durchlaufzeit, 90 %</translation>
    </message>
    <message>
        <source>Nine of ten deployments were not slower.</source>
        <translation>Neun von zehn Deployments waren nicht langsamer.</translation>
    </message>
    <message>
        <source>Change failure share</source>
        <translation>Änderungsfehlerrate</translation>
    </message>
    <message>
        <source>Deployments that failed, timed out or were rolled back, of those that were judged.</source>
        <translation>Deployments, die fehlgeschlagen sind, deren Zeit abgelaufen ist oder die zurückgerollt wurden, von den beurteilten.</translation>
    </message>
    <message>
        <source>Time to restore, median</source>
        <translation>Ausfalldauer, Median</translation>
    </message>
    <message>
        <source>of 1 outage</source>
        <translation>von 1 Ausfall</translation>
    </message>
    <message numerus="yes">
        <source>of %n outages</source>
        <translation>
            <numerusform>von %n Ausfall</numerusform>
            <numerusform>von %n Ausfällen</numerusform>
        </translation>
    </message>
    <message>
        <source>From a failed deployment until a later one of the application runs.</source>
        <translation>Von einem fehlgeschlagenen Deployment, bis ein späteres der Anwendung läuft.</translation>
    </message>
    <message>
        <source>All deployments</source>
        <translation>Alle Deployments</translation>
    </message>
    <message>
        <source>Made by Lynceus at %1.</source>
        <translation>Von Lynceus erstellt: %1.</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>Deployments</translation>
    </message>
    <message>
        <source>Deployments over time</source>
        <translation>Deployments im Zeitverlauf</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehlschläge</translation>
    </message>
    <message>
        <source>None.</source>
        <comment>no failures</comment>
        <translation>Keine.</translation>
    </message>
    <message>
        <source>Number</source>
        <comment>one of the four numbers</comment>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Period before</source>
        <translation>Zeitraum davor</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Stichproben</translation>
    </message>
    <message>
        <source>Applications with the most deployments</source>
        <translation>Anwendungen mit den meisten Deployments</translation>
    </message>
    <message numerus="yes">
        <source>Of the newest %n deployments.</source>
        <translation>
            <numerusform>Des neuesten Deployments.</numerusform>
            <numerusform>Der neuesten %n Deployments.</numerusform>
        </translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>en</source>
        <comment>language code</comment>
        <extracomment>The code of this catalogue&apos;s language, such as &quot;de&quot;. It goes into the attribute &quot;lang&quot; of reports.</extracomment>
        <translation>de</translation>
    </message>
    <message>
        <source>Last log lines of pod %1</source>
        <translation>Letzte Logzeilen von Pod %1</translation>
    </message>
</context>
<context>
    <name>ResourceTree</name>
    <message>
        <source>hook</source>
        <translation>Hook</translation>
    </message>
    <message>
        <source>to be pruned</source>
        <translation>wird entfernt (Prune)</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Health</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>pods</source>
        <translation>Pods</translation>
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
        <translation>Revision %1</translation>
    </message>
    <message>
        <source>orphaned</source>
        <translation>verwaist</translation>
    </message>
    <message numerus="yes">
        <source>%n older without pods</source>
        <translation>
            <numerusform>%n älteres ohne Pods</numerusform>
            <numerusform>%n ältere ohne Pods</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 in namespace %3</source>
        <translation>%1 %2 im Namespace %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n containers ready</source>
        <translation>
            <numerusform>%1 von %n Container bereit</numerusform>
            <numerusform>%1 von %n Containern bereit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n pods ready</source>
        <translation>
            <numerusform>%1 von %n Pod bereit</numerusform>
            <numerusform>%1 von %n Pods bereit</numerusform>
        </translation>
    </message>
    <message>
        <source>1 restart</source>
        <translation>1 Neustart</translation>
    </message>
    <message numerus="yes">
        <source>%n restarts</source>
        <translation>
            <numerusform>%n Neustart</numerusform>
            <numerusform>%n Neustarts</numerusform>
        </translation>
    </message>
    <message>
        <source>age %1</source>
        <translation>Alter %1</translation>
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
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>blockiert</translation>
    </message>
    <message>
        <source>failing</source>
        <translation>schlägt fehl</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>Noticed</source>
        <translation>Bemerkt</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Angewendet</translation>
    </message>
    <message>
        <source>Rolling</source>
        <translation>Im Rollout</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Stable</source>
        <translation>Stabil</translation>
    </message>
</context>
<context>
    <name>StateMark</name>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Deployed</source>
        <translation>Ausgerollt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>Abgelöst</translation>
    </message>
    <message>
        <source>Aborted</source>
        <translation>Ergebnislos</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Sync läuft</translation>
    </message>
    <message>
        <source>Terminating</source>
        <translation>Wird beendet</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Schlägt fehl</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>polling</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>sign-in needed</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message>
        <source>keychain locked</source>
        <translation>Schlüsselbund gesperrt</translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation>Zertifikat nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>not an Argo CD server</source>
        <translation>kein Argo-CD-Server</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>nicht erlaubt</translation>
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
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Schlägt fehl</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>verschwunden</translation>
    </message>
    <message>
        <source>, then </source>
        <translation>, dann </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n failing</source>
        <translation>
            <numerusform>%n schlägt fehl</numerusform>
            <numerusform>%n schlagen fehl</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blocked</source>
        <translation>
            <numerusform>%n blockiert</numerusform>
            <numerusform>%n blockiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in progress</source>
        <translation>
            <numerusform>%n in Arbeit</numerusform>
            <numerusform>%n in Arbeit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unseen, with a failure</source>
        <translation>
            <numerusform>%n ungesehen, mit Fehlschlag</numerusform>
            <numerusform>%n ungesehen, mit Fehlschlag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unseen</source>
        <translation>
            <numerusform>%n ungesehen</numerusform>
            <numerusform>%n ungesehen</numerusform>
        </translation>
    </message>
    <message>
        <source>no watches</source>
        <translation>keine Beobachtungen</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>stumm</translation>
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
        <translation>die Anwendung</translation>
    </message>
    <message>
        <source>%1 is still running</source>
        <translation>%1 läuft noch</translation>
    </message>
    <message>
        <source>%1 is not healthy yet</source>
        <translation>%1 ist noch nicht Healthy</translation>
    </message>
    <message>
        <source>%1 is not scheduled yet</source>
        <translation>%1 ist noch nicht eingeplant</translation>
    </message>
    <message>
        <source>%1 is creating its containers or pulling images</source>
        <translation>%1 erstellt Container oder lädt Images</translation>
    </message>
    <message>
        <source>%1 is running but not ready yet</source>
        <translation>%1 läuft, ist aber noch nicht bereit</translation>
    </message>
    <message>
        <source>%1 is starting</source>
        <translation>%1 startet</translation>
    </message>
    <message>
        <source>the pods of %1 are ready; it does not report whether others follow</source>
        <translation>die Pods von %1 sind bereit; ob weitere folgen, wird nicht gemeldet</translation>
    </message>
    <message>
        <source>%1 is starting (%2)</source>
        <translation>%1 startet (%2)</translation>
    </message>
    <message>
        <source>%1 has no new pod yet</source>
        <translation>%1 hat noch keinen neuen Pod</translation>
    </message>
    <message>
        <source>%1 has %2 of %3 new pods; the next one has not been created yet</source>
        <translation>%1 hat %2 von %3 neuen Pods; der nächste ist noch nicht erstellt</translation>
    </message>
    <message>
        <source>%1 is scaled to 0 replicas: judged by its manifest</source>
        <translation>%1 ist auf 0 Replicas skaliert: nach dem Manifest beurteilt</translation>
    </message>
    <message>
        <source>%1 starts pods only on its schedule: judged by its manifest</source>
        <translation>%1 startet Pods nur nach Zeitplan: nach dem Manifest beurteilt</translation>
    </message>
    <message>
        <source>%1 has completed and its pods were removed: judged by its manifest and health</source>
        <translation>%1 ist abgeschlossen, die Pods sind entfernt: nach Manifest und Health beurteilt</translation>
    </message>
    <message>
        <source>the application has no workloads: judged by its sync status and health</source>
        <translation>die Anwendung hat keine Workloads: nach Sync-Status und Health beurteilt</translation>
    </message>
    <message>
        <source>the application has no workloads of its own: the applications that it manages are not judged</source>
        <translation>die Anwendung hat keine eigenen Workloads: die von ihr verwalteten Anwendungen werden nicht beurteilt</translation>
    </message>
    <message>
        <source>%1 has succeeded and was then deleted: judged by its success</source>
        <translation>%1 war erfolgreich und wurde dann gelöscht: nach dem Erfolg beurteilt</translation>
    </message>
    <message>
        <source>%1 uses the image but has no pods: judged by its manifest and health</source>
        <translation>%1 verwendet das Image, hat aber keine Pods: nach Manifest und Health beurteilt</translation>
    </message>
    <message>
        <source>the pods of %1 are not visible to this account: judged by its health</source>
        <translation>die Pods von %1 sind für dieses Konto nicht sichtbar: nach Health beurteilt</translation>
    </message>
    <message>
        <source>%1 runs the image in the cluster, but the desired image in git is %2</source>
        <translation>%1 führt das Image im Cluster aus, das Soll-Image in Git ist aber %2</translation>
    </message>
    <message>
        <source>%1 keeps another image</source>
        <translation>%1 behält ein anderes Image</translation>
    </message>
    <message>
        <source>%1 keeps %2</source>
        <translation>%1 behält %2</translation>
    </message>
    <message>
        <source>: the application ignores this difference (ignoreDifferences)</source>
        <translation>: die Anwendung ignoriert diesen Unterschied (ignoreDifferences)</translation>
    </message>
    <message>
        <source>: the application ignores differences in %1</source>
        <translation>: die Anwendung ignoriert Unterschiede in %1</translation>
    </message>
    <message>
        <source>%1 replaces a pod only after it is deleted (update strategy OnDelete)</source>
        <translation>%1 ersetzt einen Pod erst, wenn er gelöscht ist (Update-Strategie OnDelete)</translation>
    </message>
    <message>
        <source>%1 keeps the old version on its pods below ordinal %2 (partition %2)</source>
        <translation>%1 behält die alte Version auf den Pods unter Ordnungszahl %2 (partition %2)</translation>
    </message>
    <message>
        <source>the update strategy of %1 keeps old pods</source>
        <translation>die Update-Strategie von %1 behält alte Pods</translation>
    </message>
    <message>
        <source>the expected version was deployed before, Argo CD now compares with %1, and nothing proves that this includes it</source>
        <translation>die erwartete Version wurde früher ausgerollt, Argo CD vergleicht jetzt mit %1, und nichts belegt, dass diese Revision sie enthält</translation>
    </message>
    <message>
        <source>the expected version was applied, but Argo CD now compares with %1, which is not applied</source>
        <translation>die erwartete Version wurde angewendet, aber Argo CD vergleicht jetzt mit %1, und das ist nicht angewendet</translation>
    </message>
    <message>
        <source>the tag is that of one of several sources since before the watch began, so it proves nothing about the others</source>
        <translation>der Tag ist schon seit vor Beginn der Beobachtung der einer von mehreren Quellen, belegt also nichts über die anderen</translation>
    </message>
    <message>
        <source>Argo CD compares with %1, and nothing proves that this includes the expected version</source>
        <translation>Argo CD vergleicht mit %1, und nichts belegt, dass die erwartete Version darin enthalten ist</translation>
    </message>
    <message>
        <source>ApplicationSet %1 has not reached the step of this application: it waits for application %2 (%3)</source>
        <translation>ApplicationSet %1 hat den Schritt dieser Anwendung noch nicht erreicht: es wartet auf Anwendung %2 (%3)</translation>
    </message>
    <message>
        <source>the ApplicationSet has not reached the step of this application</source>
        <translation>das ApplicationSet hat den Schritt dieser Anwendung noch nicht erreicht</translation>
    </message>
    <message>
        <source>ApplicationSet %1 has not reached the step of this application</source>
        <translation>ApplicationSet %1 hat den Schritt dieser Anwendung noch nicht erreicht</translation>
    </message>
    <message>
        <source>auto-sync is off, and the application was rolled back to an older deployment</source>
        <translation>Auto-Sync ist aus, und die Anwendung wurde auf ein älteres Deployment zurückgerollt</translation>
    </message>
    <message>
        <source>auto-sync is off and the application is out of sync</source>
        <translation>Auto-Sync ist aus und die Anwendung ist OutOfSync</translation>
    </message>
    <message>
        <source>a sync window blocks syncs until %1</source>
        <translation>ein Sync-Fenster blockiert Syncs bis %1</translation>
    </message>
    <message>
        <source>a sync window blocks syncs</source>
        <translation>ein Sync-Fenster blockiert Syncs</translation>
    </message>
    <message>
        <source>%1 is suspended</source>
        <translation>%1 ist Suspended</translation>
    </message>
    <message>
        <source>%1 is suspended (%2)</source>
        <translation>%1 ist Suspended (%2)</translation>
    </message>
    <message>
        <source>%1 is paused</source>
        <translation>%1 ist pausiert</translation>
    </message>
    <message>
        <source>an annotation makes Argo CD skip this application</source>
        <translation>wegen einer Annotation überspringt Argo CD diese Anwendung</translation>
    </message>
    <message>
        <source>Argo CD has not noticed the expected version yet</source>
        <translation>Argo CD hat die erwartete Version noch nicht bemerkt</translation>
    </message>
    <message>
        <source>Argo CD has not noticed the image yet</source>
        <translation>Argo CD hat das Image noch nicht bemerkt</translation>
    </message>
    <message>
        <source>an operation for another revision is running</source>
        <translation>eine Operation für eine andere Revision läuft</translation>
    </message>
    <message>
        <source>the sync has not reached this wave yet</source>
        <translation>der Sync hat diese Wave noch nicht erreicht</translation>
    </message>
    <message>
        <source>the sync is waiting for %1 in an earlier wave</source>
        <translation>der Sync wartet auf %1 in einer früheren Wave</translation>
    </message>
    <message>
        <source>the sync is waiting for a hook</source>
        <translation>der Sync wartet auf einen Hook</translation>
    </message>
    <message>
        <source>%1 is healthy, but pods of the old version remain</source>
        <translation>%1 ist Healthy, aber Pods der alten Version bestehen noch</translation>
    </message>
    <message>
        <source>the Argo CD application controller does not process the refresh</source>
        <translation>der Application Controller von Argo CD verarbeitet den Refresh nicht</translation>
    </message>
    <message>
        <source>Argo CD cannot read the repository</source>
        <translation>Argo CD kann das Repository nicht lesen</translation>
    </message>
    <message>
        <source>the new pods of %1 run another image</source>
        <translation>die neuen Pods von %1 verwenden ein anderes Image</translation>
    </message>
    <message>
        <source>the new pods of %1 run %2 instead</source>
        <translation>die neuen Pods von %1 verwenden stattdessen %2</translation>
    </message>
    <message>
        <source>%1 is no longer in git, pruning is off, and its pods still run</source>
        <translation>%1 ist nicht mehr in Git, Pruning ist aus, und die Pods laufen noch</translation>
    </message>
    <message>
        <source>Argo CD cannot render the desired state</source>
        <translation>Argo CD kann den Sollzustand nicht rendern</translation>
    </message>
    <message>
        <source>the instance does not respond</source>
        <translation>die Instanz antwortet nicht</translation>
    </message>
    <message>
        <source>the token is missing, expired or rejected</source>
        <translation>das Token fehlt, ist abgelaufen oder wurde abgelehnt</translation>
    </message>
    <message>
        <source>this account does not have all required permissions</source>
        <translation>dieses Konto hat nicht alle nötigen Berechtigungen</translation>
    </message>
    <message>
        <source>no data received since %1</source>
        <translation>keine Daten empfangen seit %1</translation>
    </message>
    <message>
        <source>no data received for a while</source>
        <translation>seit einer Weile keine Daten empfangen</translation>
    </message>
    <message>
        <source>%1 of the old version is not ready, and Kubernetes waits for it before updating other pods</source>
        <translation>%1 der alten Version ist nicht bereit, und Kubernetes wartet darauf, bevor es weitere Pods aktualisiert</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1, seit %2</translation>
    </message>
    <message>
        <source>it has no child applications yet</source>
        <translation>noch keine untergeordneten Anwendungen vorhanden</translation>
    </message>
    <message>
        <source>%1 has not been created yet</source>
        <translation>%1 ist noch nicht erstellt</translation>
    </message>
    <message>
        <source>the application is out of sync, and Argo CD has not started a sync</source>
        <translation>die Anwendung ist OutOfSync, und Argo CD hat keinen Sync gestartet</translation>
    </message>
    <message>
        <source>the sync is still running</source>
        <translation>der Sync läuft noch</translation>
    </message>
    <message>
        <source>Argo CD has not compared the application again</source>
        <translation>Argo CD hat die Anwendung noch nicht erneut verglichen</translation>
    </message>
    <message>
        <source>sync it manually, or enable auto-sync</source>
        <translation>synchronisieren Sie manuell oder schalten Sie Auto-Sync ein</translation>
    </message>
    <message>
        <source>auto-sync tries each commit only once; sync manually</source>
        <translation>Auto-Sync versucht jeden Commit nur einmal; synchronisieren Sie manuell</translation>
    </message>
    <message>
        <source>find out why it was rolled back before you sync it</source>
        <translation>klären Sie vor einem Sync, warum zurückgerollt wurde</translation>
    </message>
    <message>
        <source>check how its ApplicationSet syncs it</source>
        <translation>prüfen Sie, wie das ApplicationSet die Anwendung synchronisiert</translation>
    </message>
    <message>
        <source>commit this image to git if it is meant to stay</source>
        <translation>committen Sie dieses Image in Git, wenn es bleiben soll</translation>
    </message>
    <message>
        <source>wait until it ends, or ask your administrator to change it</source>
        <translation>warten Sie das Ende ab oder bitten Sie Ihren Administrator um eine Änderung</translation>
    </message>
    <message>
        <source>promote or resume it, or accept it with --accept-suspended</source>
        <translation>führen Sie „promote“ oder „resume“ aus, oder akzeptieren Sie es mit --accept-suspended</translation>
    </message>
    <message>
        <source>resume it</source>
        <translation>setzen Sie fort (resume)</translation>
    </message>
    <message>
        <source>remove the annotation argocd.argoproj.io/skip-reconcile</source>
        <translation>entfernen Sie die Annotation argocd.argoproj.io/skip-reconcile</translation>
    </message>
    <message>
        <source>it checks git every few minutes; make sure that the commit is pushed</source>
        <translation>Git wird alle paar Minuten geprüft; stellen Sie sicher, dass der Commit gepusht ist</translation>
    </message>
    <message>
        <source>wait until it ends</source>
        <translation>warten Sie das Ende ab</translation>
    </message>
    <message>
        <source>check the update strategy and why the old pods remain</source>
        <translation>prüfen Sie die Update-Strategie und warum die alten Pods bleiben</translation>
    </message>
    <message>
        <source>continue the update as this workload requires; the old pods are kept on purpose</source>
        <translation>setzen Sie das Update fort, wie dieser Workload es verlangt; die alten Pods bleiben absichtlich</translation>
    </message>
    <message>
        <source>ask your Argo CD administrator to check the application controller</source>
        <translation>bitten Sie Ihren Argo-CD-Administrator, den Application Controller zu prüfen</translation>
    </message>
    <message>
        <source>check the repository&apos;s address and credentials in Argo CD</source>
        <translation>prüfen Sie Adresse und Zugangsdaten des Repositorys in Argo CD</translation>
    </message>
    <message>
        <source>change the image where it is managed, or remove the field from ignoreDifferences</source>
        <translation>ändern Sie das Image dort, wo es verwaltet wird, oder entfernen Sie das Feld aus ignoreDifferences</translation>
    </message>
    <message>
        <source>watch the image reference that the pods use</source>
        <translation>beobachten Sie die Image-Referenz, die die Pods verwenden</translation>
    </message>
    <message>
        <source>if this is a registry mirror, use --registry-proxy %1</source>
        <translation>ist dies ein Registry-Mirror, verwenden Sie --registry-proxy %1</translation>
    </message>
    <message>
        <source>check this pod: the rollout continues when it is ready or deleted</source>
        <translation>prüfen Sie diesen Pod: der Rollout geht weiter, wenn er bereit oder gelöscht ist</translation>
    </message>
    <message>
        <source>check the applications in the earlier steps</source>
        <translation>prüfen Sie die Anwendungen der früheren Schritte</translation>
    </message>
    <message>
        <source>prune it in Argo CD if it is no longer needed</source>
        <translation>entfernen Sie dies in Argo CD (prune), wenn es nicht mehr gebraucht wird</translation>
    </message>
    <message>
        <source>fix the manifests or their parameters in git</source>
        <translation>korrigieren Sie die Manifeste oder ihre Parameter in Git</translation>
    </message>
    <message>
        <source>check the network and the address</source>
        <translation>prüfen Sie Netzwerk und Adresse</translation>
    </message>
    <message>
        <source>sign in again</source>
        <translation>melden Sie sich erneut an</translation>
    </message>
    <message>
        <source>ask your administrator for access to this application (applications, get)</source>
        <translation>bitten Sie Ihren Administrator um Zugriff auf diese Anwendung (applications, get)</translation>
    </message>
    <message>
        <source>check the name, and that this account has access to the application once it is created</source>
        <translation>prüfen Sie den Namen und ob dieses Konto Zugriff auf die Anwendung hat, sobald sie erstellt ist</translation>
    </message>
    <message>
        <source>check the application&apos;s history, or expect the revision that Argo CD compares with</source>
        <translation>prüfen Sie den Verlauf der Anwendung oder erwarten Sie die Revision, mit der Argo CD vergleicht</translation>
    </message>
    <message>
        <source>it was already running when the watch started</source>
        <translation>die Version lief schon, als die Beobachtung begann</translation>
    </message>
    <message>
        <source>%1 is suspended, which was accepted</source>
        <translation>%1 ist Suspended, was akzeptiert wurde</translation>
    </message>
    <message>
        <source>%1 keeps 1 old pod for a while</source>
        <translation>%1 behält 1 alten Pod noch eine Weile</translation>
    </message>
    <message>
        <source>%1 keeps %2 old pods for a while</source>
        <translation>%1 behält %2 alte Pods noch eine Weile</translation>
    </message>
    <message>
        <source>%1 came first</source>
        <translation>%1 kam zuerst</translation>
    </message>
    <message>
        <source>%1 fails, but is not part of this release</source>
        <translation>%1 schlägt fehl, gehört aber nicht zu diesem Release</translation>
    </message>
    <message>
        <source>the desired state in git has another version; the next sync applies it</source>
        <translation>der Sollzustand in Git hat eine andere Version; der nächste Sync wendet sie an</translation>
    </message>
    <message>
        <source>the desired state in git has %1; the next sync applies it</source>
        <translation>der Sollzustand in Git hat %1; der nächste Sync wendet dies an</translation>
    </message>
    <message>
        <source>the tag of %1 can be moved: only a digest identifies the version</source>
        <translation>der Tag von %1 kann verschoben werden: nur ein Digest bestimmt die Version eindeutig</translation>
    </message>
    <message>
        <source>the name %1 can be moved: only a commit identifies the version</source>
        <translation>der Name %1 kann verschoben werden: nur ein Commit bestimmt die Version eindeutig</translation>
    </message>
    <message>
        <source>%1 was applied after the expected version and is running now</source>
        <translation>%1 wurde nach der erwarteten Version angewendet und läuft jetzt</translation>
    </message>
    <message>
        <source>no operation applied the version: Argo CD found nothing to change</source>
        <translation>keine Operation hat die Version angewendet: Argo CD fand nichts zu ändern</translation>
    </message>
    <message>
        <source>this account cannot read logs in project %1</source>
        <translation>dieses Konto darf in Projekt %1 keine Logs lesen</translation>
    </message>
    <message>
        <source>%1 of 1 pod runs the new version</source>
        <translation>%1 von 1 Pod mit der neuen Version</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n pods run the new version</source>
        <translation>
            <numerusform>%1 von %n Pod mit der neuen Version</numerusform>
            <numerusform>%1 von %n Pods mit der neuen Version</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for Argo CD to notice the image</source>
        <translation>Wartet, bis Argo CD das Image bemerkt</translation>
    </message>
    <message>
        <source>Noticed, not applied yet</source>
        <translation>Bemerkt, noch nicht angewendet</translation>
    </message>
    <message>
        <source>Applied, waiting for new pods</source>
        <translation>Angewendet, wartet auf neue Pods</translation>
    </message>
    <message>
        <source>Rolling out</source>
        <translation>Wird ausgerollt</translation>
    </message>
    <message>
        <source>Running, bake time not over yet</source>
        <translation>Läuft, Beobachtungszeit noch nicht vorbei</translation>
    </message>
    <message>
        <source>Running and stable</source>
        <translation>Läuft und ist stabil</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n pods</source>
        <translation>
            <numerusform>%1 von %n Pod</numerusform>
            <numerusform>%1 von %n Pods</numerusform>
        </translation>
    </message>
    <message>
        <source>stable for %1</source>
        <translation>stabil seit %1</translation>
    </message>
    <message>
        <source>Deployed</source>
        <translation>Ausgerollt</translation>
    </message>
    <message>
        <source>replaced by a newer watch</source>
        <translation>durch eine neuere Beobachtung ersetzt</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>late, %1</source>
        <translation>verspätet, %1</translation>
    </message>
    <message>
        <source>The team server waits for %1.</source>
        <translation>Der Teamserver wartet auf %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n deployed</source>
        <translation>
            <numerusform>%1 von %n ausgerollt</numerusform>
            <numerusform>%1 von %n ausgerollt</numerusform>
        </translation>
    </message>
    <message>
        <source>next</source>
        <translation>nächste</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>meist %1</translation>
    </message>
    <message>
        <source>%1 is on it</source>
        <translation>%1 kümmert sich</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>deadline passed</source>
        <translation>Frist abgelaufen</translation>
    </message>
    <message>
        <source>ended %1, after %2</source>
        <translation>beendet %1, nach %2</translation>
    </message>
    <message>
        <source>in progress for %1</source>
        <translation>in Arbeit seit %1</translation>
    </message>
    <message>
        <source>until %1, %2 left</source>
        <translation>bis %1, noch %2</translation>
    </message>
    <message>
        <source>deadline passed, waiting for the last observation</source>
        <translation>Frist abgelaufen, wartet auf die letzte Erfassung</translation>
    </message>
    <message>
        <source>%1 cannot pull %2</source>
        <translation>%1 kann %2 nicht laden</translation>
    </message>
    <message>
        <source>%1 crashed</source>
        <translation>%1 ist abgestürzt</translation>
    </message>
    <message>
        <source>%1 crashed, 1 restart</source>
        <translation>%1 ist abgestürzt, 1 Neustart</translation>
    </message>
    <message numerus="yes">
        <source>%1 keeps crashing, %n restarts</source>
        <translation>
            <numerusform>%1 stürzt immer wieder ab, %n Neustart</numerusform>
            <numerusform>%1 stürzt immer wieder ab, %n Neustarts</numerusform>
        </translation>
    </message>
    <message>
        <source>hook %1 failed, attempt %2</source>
        <translation>Hook %1 ist fehlgeschlagen, Versuch %2</translation>
    </message>
    <message>
        <source>hook %1 failed</source>
        <translation>Hook %1 ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>no manifest of %1 uses %2</source>
        <translation>kein Manifest von %1 verwendet %2</translation>
    </message>
    <message>
        <source>%1; it manages other applications, watch %2 instead</source>
        <translation>%1; sie verwaltet andere Anwendungen, beobachten Sie stattdessen %2</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>%1 was parsed as an image name</source>
        <translation>%1 wurde als Image-Name gelesen</translation>
    </message>
    <message>
        <source>%1; did you mean %2?</source>
        <translation>%1; meinten Sie %2?</translation>
    </message>
    <message>
        <source>%1; its images are %2</source>
        <translation>%1; die Images sind %2</translation>
    </message>
    <message>
        <source>%1 was replaced by another version</source>
        <translation>%1 wurde durch eine andere Version ersetzt</translation>
    </message>
    <message>
        <source>%1 was rolled back to %2</source>
        <translation>%1 wurde auf %2 zurückgerollt</translation>
    </message>
    <message>
        <source>%1 was replaced by %2</source>
        <translation>%1 wurde durch %2 ersetzt</translation>
    </message>
    <message>
        <source>%1 failed after it had been running</source>
        <translation>%1 ist fehlgeschlagen, nachdem es gelaufen war</translation>
    </message>
    <message>
        <source>%1 cannot start its container</source>
        <translation>%1 kann den Container nicht starten</translation>
    </message>
    <message>
        <source>%1 cannot start because an init container fails</source>
        <translation>%1 kann nicht starten, weil ein Init-Container fehlschlägt</translation>
    </message>
    <message>
        <source>%1 cannot start because init container %2 fails</source>
        <translation>%1 kann nicht starten, weil Init-Container %2 fehlschlägt</translation>
    </message>
    <message>
        <source>%1 cannot be scheduled on any node</source>
        <translation>%1 kann auf keinem Node eingeplant werden</translation>
    </message>
    <message>
        <source>%1 cannot mount a volume</source>
        <translation>%1 kann ein Volume nicht einhängen</translation>
    </message>
    <message>
        <source>%1 cannot create pods because a quota is exceeded</source>
        <translation>%1 kann keine Pods erstellen, weil eine Quota überschritten ist</translation>
    </message>
    <message>
        <source>%1 runs but does not become ready</source>
        <translation>%1 läuft, wird aber nicht bereit</translation>
    </message>
    <message>
        <source>%1 exceeded its progress deadline</source>
        <translation>%1 hat die Fortschrittsfrist überschritten</translation>
    </message>
    <message>
        <source>%1 was aborted</source>
        <translation>%1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>the sync of %1 failed</source>
        <translation>der Sync von %1 ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>the sync of %1 could not run</source>
        <translation>der Sync von %1 konnte nicht laufen</translation>
    </message>
    <message>
        <source>Argo CD cannot compare the application with git</source>
        <translation>Argo CD kann die Anwendung nicht mit Git vergleichen</translation>
    </message>
    <message>
        <source>the application spec is invalid</source>
        <translation>die Spec der Anwendung ist ungültig</translation>
    </message>
    <message>
        <source>the cluster rejected %1</source>
        <translation>der Cluster hat %1 abgelehnt</translation>
    </message>
    <message>
        <source>%1 is degraded</source>
        <translation>%1 ist Degraded</translation>
    </message>
    <message>
        <source>%1 cannot be watched with its children</source>
        <translation>%1 kann nicht samt Untergeordneten beobachtet werden</translation>
    </message>
    <message>
        <source>%1 was removed from git but not pruned</source>
        <translation>%1 wurde aus Git entfernt, aber nicht gelöscht (prune)</translation>
    </message>
    <message>
        <source>%1 is out of sync</source>
        <translation>%1 ist OutOfSync</translation>
    </message>
    <message>
        <source>%1 does not exist, or this account does not have access to it</source>
        <translation>%1 existiert nicht, oder dieses Konto hat keinen Zugriff darauf</translation>
    </message>
    <message>
        <source>the registry limits pulls</source>
        <translation>die Registry begrenzt Pulls</translation>
    </message>
    <message>
        <source>the registry&apos;s certificate is not trusted</source>
        <translation>das Zertifikat der Registry ist nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>not built for the node&apos;s platform</source>
        <translation>nicht für die Plattform des Nodes gebaut</translation>
    </message>
    <message>
        <source>invalid image name</source>
        <translation>ungültiger Image-Name</translation>
    </message>
    <message>
        <source>not on the node, and its pull policy is Never</source>
        <translation>nicht auf dem Node, und die Pull Policy ist Never</translation>
    </message>
    <message>
        <source>access denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>the registry cannot be reached</source>
        <translation>die Registry ist nicht erreichbar</translation>
    </message>
    <message>
        <source>pod …%1</source>
        <translation>Pod …%1</translation>
    </message>
    <message>
        <source>pod %1</source>
        <translation>Pod %1</translation>
    </message>
    <message>
        <source>Image cannot be pulled: %1</source>
        <translation>Image kann nicht geladen werden: %1</translation>
    </message>
    <message>
        <source>Image not found: %1</source>
        <translation>Image nicht gefunden: %1</translation>
    </message>
    <message>
        <source>Image cannot be pulled (%1): %2</source>
        <translation>Image kann nicht geladen werden (%1): %2</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>Abgestürzt</translation>
    </message>
    <message>
        <source>Crashed, 1 restart</source>
        <translation>Abgestürzt, 1 Neustart</translation>
    </message>
    <message numerus="yes">
        <source>Keeps crashing, %n restarts</source>
        <translation>
            <numerusform>Stürzt immer wieder ab, %n Neustart</numerusform>
            <numerusform>Stürzt immer wieder ab, %n Neustarts</numerusform>
        </translation>
    </message>
    <message>
        <source>Init container fails</source>
        <translation>Init-Container schlägt fehl</translation>
    </message>
    <message>
        <source>Init container %1 fails</source>
        <translation>Init-Container %1 schlägt fehl</translation>
    </message>
    <message>
        <source>Container cannot start</source>
        <translation>Container kann nicht starten</translation>
    </message>
    <message>
        <source>Cannot be scheduled on any node</source>
        <translation>Auf keinem Node einplanbar</translation>
    </message>
    <message>
        <source>Volume cannot be mounted</source>
        <translation>Volume kann nicht eingehängt werden</translation>
    </message>
    <message>
        <source>Quota exceeded</source>
        <translation>Quota überschritten</translation>
    </message>
    <message>
        <source>Runs but does not become ready</source>
        <translation>Läuft, wird aber nicht bereit</translation>
    </message>
    <message>
        <source>waiting for Argo CD to notice %1</source>
        <translation>wartet, bis Argo CD %1 bemerkt</translation>
    </message>
    <message>
        <source>Argo CD has noticed %1 but not applied it yet</source>
        <translation>Argo CD hat %1 bemerkt, aber noch nicht angewendet</translation>
    </message>
    <message>
        <source>%1 is applied, waiting for new pods</source>
        <translation>%1 ist angewendet, wartet auf neue Pods</translation>
    </message>
    <message>
        <source>%1 is rolling out</source>
        <translation>%1 wird ausgerollt</translation>
    </message>
    <message>
        <source>%1 is running, the bake time is not over yet</source>
        <translation>%1 läuft, die Beobachtungszeit ist noch nicht vorbei</translation>
    </message>
    <message>
        <source>%1 is running and stable</source>
        <translation>%1 läuft und ist stabil</translation>
    </message>
    <message>
        <source>%1 runs %2</source>
        <translation>%1 führt %2 aus</translation>
    </message>
    <message>
        <source>%1 could not be observed</source>
        <translation>%1 konnte nicht beobachtet werden</translation>
    </message>
    <message>
        <source>the release failed</source>
        <translation>das Release ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>not deployed in time: %1</source>
        <translation>nicht rechtzeitig ausgerollt: %1</translation>
    </message>
    <message>
        <source>sign in to %1: the token is missing, expired or rejected</source>
        <translation>melden Sie sich bei %1 an: das Token fehlt, ist abgelaufen oder wurde abgelehnt</translation>
    </message>
    <message>
        <source>the watch was cancelled</source>
        <translation>die Beobachtung wurde abgebrochen</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n new pods ready</source>
        <translation>
            <numerusform>%1 von %n neuen Pod bereit</numerusform>
            <numerusform>%1 von %n neuen Pods bereit</numerusform>
        </translation>
    </message>
    <message>
        <source>1 old pod is still serving</source>
        <translation>1 alter Pod bedient noch Anfragen</translation>
    </message>
    <message numerus="yes">
        <source>%n old pods are still serving</source>
        <translation>
            <numerusform>%n alter Pod bedient noch Anfragen</numerusform>
            <numerusform>%n alte Pods bedienen noch Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 old pod is not ready</source>
        <translation>1 alter Pod ist nicht bereit</translation>
    </message>
    <message numerus="yes">
        <source>%n old pods are not ready</source>
        <translation>
            <numerusform>%n alter Pod ist nicht bereit</numerusform>
            <numerusform>%n alte Pods sind nicht bereit</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>deployed</source>
        <translation>ausgerollt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation>abgelöst</translation>
    </message>
    <message>
        <source>aborted</source>
        <translation>ergebnislos</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>sign-in needed</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>not noticed yet</source>
        <translation>noch nicht bemerkt</translation>
    </message>
    <message>
        <source>noticed</source>
        <translation>bemerkt</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>angewendet</translation>
    </message>
    <message>
        <source>rolling</source>
        <translation>im Rollout</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>stabil</translation>
    </message>
    <message>
        <source>application %1</source>
        <translation>Anwendung %1</translation>
    </message>
    <message>
        <source>revision %1</source>
        <translation>Revision %1</translation>
    </message>
    <message>
        <source>chart version %1</source>
        <translation>Chart-Version %1</translation>
    </message>
    <message>
        <source>the next version</source>
        <translation>die nächste Version</translation>
    </message>
    <message>
        <source>Argo CD has not noticed the expected version within the usual %1</source>
        <translation>Argo CD hat die erwartete Version innerhalb der üblichen %1 nicht bemerkt</translation>
    </message>
    <message>
        <source>Argo CD has not noticed the image within the usual %1</source>
        <translation>Argo CD hat das Image innerhalb der üblichen %1 nicht bemerkt</translation>
    </message>
</context>
<context>
    <name>WatchPlan</name>
    <message>
        <source>already runs it</source>
        <translation>läuft dort schon</translation>
    </message>
    <message>
        <source>already watched</source>
        <translation>schon beobachtet</translation>
    </message>
    <message>
        <source>auto-sync is off, sync manually</source>
        <translation>Auto-Sync ist aus, manuell synchronisieren</translation>
    </message>
    <message>
        <source>sync window closed until %1</source>
        <translation>Sync-Fenster geschlossen bis %1</translation>
    </message>
    <message>
        <source>sync window closed</source>
        <translation>Sync-Fenster geschlossen</translation>
    </message>
    <message>
        <source>Argo CD skips it (annotation)</source>
        <translation>Argo CD überspringt sie (Annotation)</translation>
    </message>
    <message>
        <source>this tag can be moved: only a digest identifies the version</source>
        <translation>dieser Tag kann verschoben werden: nur ein Digest bestimmt die Version eindeutig</translation>
    </message>
    <message>
        <source>runs no image now: enter the full image reference</source>
        <translation>führt jetzt kein Image aus: geben Sie die vollständige Image-Referenz ein</translation>
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
        <translation>heute</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <source>median %1, 90th percentile %2</source>
        <translation>Median %1, 90. Perzentil %2</translation>
    </message>
    <message>
        <source>1 application</source>
        <translation>1 Anwendung</translation>
    </message>
    <message numerus="yes">
        <source>%n applications</source>
        <translation>
            <numerusform>%n Anwendung</numerusform>
            <numerusform>%n Anwendungen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 instance</source>
        <translation>1 Instanz</translation>
    </message>
    <message numerus="yes">
        <source>%n instances</source>
        <translation>
            <numerusform>%n Instanz</numerusform>
            <numerusform>%n Instanzen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2, as selected</source>
        <translation>%1 auf %2, wie ausgewählt</translation>
    </message>
    <message>
        <source>No applications are known yet: sign in to an instance first.</source>
        <translation>Noch sind keine Anwendungen bekannt: Melden Sie sich zuerst bei einer Instanz an.</translation>
    </message>
    <message>
        <source>Paste an image, or type part of the name of an image or application.</source>
        <translation>Fügen Sie ein Image ein oder tippen Sie einen Teil des Namens eines Images oder einer Anwendung.</translation>
    </message>
    <message>
        <source>No application uses %1.</source>
        <translation>Keine Anwendung verwendet %1.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Meinten Sie %1?</translation>
    </message>
    <message>
        <source>%1 on %2 match</source>
        <translation>%1 auf %2 gefunden</translation>
    </message>
    <message>
        <source>%1 on %2 runs %3</source>
        <translation>%1 auf %2 mit %3</translation>
    </message>
    <message>
        <source>%1 on %2 run %3</source>
        <translation>%1 auf %2 mit %3</translation>
    </message>
    <message numerus="yes">
        <source>the first %n are shown, type more to narrow the list</source>
        <translation>
            <numerusform>nur der erste Treffer wird gezeigt, tippen Sie mehr, um die Liste einzugrenzen</numerusform>
            <numerusform>die ersten %n werden gezeigt, tippen Sie mehr, um die Liste einzugrenzen</numerusform>
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
Für: %2
Ausgestellt von: %3
Gültig: %4 – %5</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add an instance</source>
        <translation>Instanz hinzufügen</translation>
    </message>
    <message>
        <source>Change the address of %1</source>
        <translation>Adresse von %1 ändern</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Not needed if tasks can be read without a token</source>
        <translation>Nicht nötig, wenn Aufgaben ohne Token gelesen werden können</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>&amp;Address of the Argo CD server or the team server, as in your browser</source>
        <translation>&amp;Adresse des Argo-CD-Servers oder des Teamservers, wie im Browser</translation>
    </message>
    <message>
        <source>&amp;Address of the Argo CD server, as in your browser</source>
        <translation>&amp;Adresse des Argo-CD-Servers, wie im Browser</translation>
    </message>
    <message>
        <source>Contacting %1…</source>
        <translation>%1 wird kontaktiert…</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted.</source>
        <translation>Das Zertifikat des Servers ist nicht vertrauenswürdig.</translation>
    </message>
    <message>
        <source>The server&apos;s configured URL is %1. Single sign-on uses that URL.</source>
        <translation>Die konfigurierte URL des Servers ist %1. Single Sign-on verwendet diese URL.</translation>
    </message>
    <message>
        <source>Its tasks appear on the board and in Deployments, marked with its name.</source>
        <translation>Seine Aufgaben erscheinen in der Übersicht und unter Deployments, mit seinem Namen gekennzeichnet.</translation>
    </message>
    <message>
        <source>This address redirects to %1.</source>
        <translation>Diese Adresse leitet auf %1 um.</translation>
    </message>
    <message>
        <source>Add %1 instead? No data was sent to it.</source>
        <translation>Stattdessen %1 hinzufügen? Dorthin wurden keine Daten gesendet.</translation>
    </message>
    <message>
        <source>Use %1 instead? No data was sent to it.</source>
        <translation>Stattdessen %1 verwenden? Dorthin wurden keine Daten gesendet.</translation>
    </message>
    <message>
        <source>Use that address</source>
        <translation>Diese Adresse verwenden</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>Diesem Zertifikat vertrauen</translation>
    </message>
    <message>
        <source>In the browser</source>
        <translation>Im Browser</translation>
    </message>
    <message>
        <source>In the browser, with %1</source>
        <translation>Im Browser, mit %1</translation>
    </message>
    <message>
        <source>With a user name and a password</source>
        <translation>Mit Benutzername und Passwort</translation>
    </message>
    <message>
        <source>With a token</source>
        <translation>Mit Token</translation>
    </message>
    <message>
        <source>No sign-in (anonymous access)</source>
        <translation>Keine Anmeldung (anonymer Zugriff)</translation>
    </message>
</context>
<context>
    <name>lynceus::Announcer</name>
    <message>
        <source>%1 on %2: %3. %4</source>
        <translation>%1 auf %2: %3. %4</translation>
    </message>
    <message>
        <source>failing</source>
        <translation>schlägt fehl</translation>
    </message>
</context>
<context>
    <name>lynceus::ApplicationsModel</name>
    <message>
        <source>%1, pinned</source>
        <translation>%1, angeheftet</translation>
    </message>
</context>
<context>
    <name>lynceus::ApplicationsPage</name>
    <message>
        <source>Applications</source>
        <translation>Anwendungen</translation>
    </message>
    <message>
        <source>Filter applications</source>
        <translation>Anwendungen filtern</translation>
    </message>
    <message>
        <source>Filter: health:degraded instance:prod image:shop-web</source>
        <translation>Filter: health:degraded instance:prod image:shop-web</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>why?</source>
        <translation>warum?</translation>
    </message>
    <message>
        <source>Watch %1</source>
        <translation>%1 beobachten</translation>
    </message>
    <message>
        <source>Watch these applications as one release (W)</source>
        <translation>Diese Anwendungen als ein Release beobachten (W)</translation>
    </message>
    <message>
        <source>Watch this application (W)</source>
        <translation>Diese Anwendung beobachten (W)</translation>
    </message>
    <message>
        <source>No applications match the filter</source>
        <translation>Keine Anwendung passt zum Filter</translation>
    </message>
    <message>
        <source>The filter hides 1 application.</source>
        <translation>Der Filter verbirgt 1 Anwendung.</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides all %Ln applications.</source>
        <translation>
            <numerusform>Der Filter verbirgt die einzige Anwendung (%Ln).</numerusform>
            <numerusform>Der Filter verbirgt alle %Ln Anwendungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter zurücksetzen</translation>
    </message>
    <message>
        <source>All applications of your Argo CD instances in one table</source>
        <translation>Alle Anwendungen Ihrer Argo-CD-Instanzen in einer Tabelle</translation>
    </message>
    <message>
        <source>Loading applications…</source>
        <translation>Anwendungen werden geladen…</translation>
    </message>
    <message>
        <source>No applications visible yet</source>
        <translation>Noch keine Anwendungen sichtbar</translation>
    </message>
    <message>
        <source>Show instances</source>
        <translation>Instanzen anzeigen</translation>
    </message>
    <message>
        <source>No applications yet</source>
        <translation>Noch keine Anwendungen</translation>
    </message>
    <message>
        <source>Applications appear after an instance has responded.</source>
        <translation>Anwendungen erscheinen, sobald eine Instanz geantwortet hat.</translation>
    </message>
    <message>
        <source>No applications</source>
        <translation>Keine Anwendungen</translation>
    </message>
    <message>
        <source>Your instances have no applications, or your accounts do not have access to any.</source>
        <translation>Ihre Instanzen haben keine Anwendungen, oder Ihre Konten haben auf keine Zugriff.</translation>
    </message>
    <message>
        <source>Watch…</source>
        <translation>Beobachten…</translation>
    </message>
    <message>
        <source>Follow…</source>
        <translation>Folgen…</translation>
    </message>
    <message>
        <source>Open in Argo CD</source>
        <translation>In Argo CD öffnen</translation>
    </message>
    <message>
        <source>Pin or unpin</source>
        <translation>Anheften oder lösen</translation>
    </message>
    <message>
        <source>Where does this run?</source>
        <translation>Wo läuft das?</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>Als Tabelle kopieren</translation>
    </message>
    <message>
        <source>Only this project</source>
        <translation>Nur dieses Projekt</translation>
    </message>
    <message>
        <source>Only this instance</source>
        <translation>Nur diese Instanz</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>This filter</source>
        <translation>Dieser Filter</translation>
    </message>
    <message>
        <source>Project %1</source>
        <translation>Projekt %1</translation>
    </message>
    <message>
        <source>on %1 only</source>
        <translation>nur auf %1</translation>
    </message>
    <message>
        <source>%1 hides %2: clear it</source>
        <translation>%1 verbirgt %2: entfernen</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>Alle %1 anzeigen</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>Diesen Filter speichern</translation>
    </message>
    <message>
        <source>Delete this filter</source>
        <translation>Diesen Filter löschen</translation>
    </message>
</context>
<context>
    <name>lynceus::ApplicationsView</name>
    <message>
        <source>Applications</source>
        <translation>Anwendungen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>lynceus::ArrangeButton</name>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Dringlichkeit</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Group: %1</source>
        <translation>Gruppe: %1</translation>
    </message>
    <message>
        <source>Grouped by %1, sorted by %2</source>
        <translation>Gruppiert nach %1, sortiert nach %2</translation>
    </message>
</context>
<context>
    <name>lynceus::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>lynceus::BoardActions</name>
    <message>
        <source>New watch…</source>
        <translation>Neue Beobachtung…</translation>
    </message>
    <message>
        <source>New watch from the clipboard</source>
        <translation>Neue Beobachtung aus der Zwischenablage</translation>
    </message>
    <message>
        <source>Extend by 10 min</source>
        <translation>Um 10 min verlängern</translation>
    </message>
    <message>
        <source>Extend by 1 h</source>
        <translation>Um 1 h verlängern</translation>
    </message>
    <message>
        <source>Snooze for 1 h</source>
        <translation>1 h zurückstellen</translation>
    </message>
    <message>
        <source>Share this watch</source>
        <translation>Diese Beobachtung teilen</translation>
    </message>
    <message>
        <source>I&apos;m on it</source>
        <translation>Ich kümmere mich</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Notiz…</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>Abbrechen…</translation>
    </message>
    <message>
        <source>Watch again</source>
        <translation>Erneut beobachten</translation>
    </message>
    <message>
        <source>Open in Argo CD</source>
        <translation>In Argo CD öffnen</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>I&apos;m no longer on it</source>
        <translation>Ich kümmere mich nicht mehr</translation>
    </message>
    <message>
        <source>Open on the team server</source>
        <translation>Auf dem Teamserver öffnen</translation>
    </message>
    <message>
        <source>Extended by %1</source>
        <translation>Um %1 verlängert</translation>
    </message>
    <message>
        <source>Snoozed for %1, or until its state changes</source>
        <translation>Für %1 zurückgestellt, oder bis sich der Zustand ändert</translation>
    </message>
    <message>
        <source>You are no longer on it</source>
        <translation>Sie kümmern sich nicht mehr darum</translation>
    </message>
    <message>
        <source>%1 is on it</source>
        <translation>%1 kümmert sich</translation>
    </message>
    <message>
        <source>Dismissed; still available on the team server</source>
        <translation>Ausgeblendet; auf dem Teamserver weiter verfügbar</translation>
    </message>
    <message>
        <source>Dismissed; still listed in Deployments</source>
        <translation>Ausgeblendet; unter Deployments weiter aufgeführt</translation>
    </message>
    <message>
        <source>Report copied as Markdown</source>
        <translation>Bericht als Markdown kopiert</translation>
    </message>
    <message>
        <source>Link copied; it opens New watch</source>
        <translation>Link kopiert; er öffnet „Neue Beobachtung“</translation>
    </message>
    <message numerus="yes">
        <source>%n links copied</source>
        <translation>
            <numerusform>%n Link kopiert</numerusform>
            <numerusform>%n Links kopiert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lynceus::BoardModel</name>
    <message>
        <source>Without a release</source>
        <translation>Ohne Release</translation>
    </message>
    <message>
        <source>Without an environment</source>
        <translation>Ohne Umgebung</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Done today</source>
        <translation>Heute abgeschlossen</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
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
        <translation>Deployments im Zeitverlauf</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>lynceus::DeploymentsModel</name>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Deployed</source>
        <translation>Ausgerollt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>Abgelöst</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>watched</source>
        <translation>beobachtet</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>erfasst</translation>
    </message>
    <message>
        <source>reconstructed</source>
        <translation>rekonstruiert</translation>
    </message>
    <message>
        <source>release %1</source>
        <translation>Release %1</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>auf %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>began %1</source>
        <translation>Beginn %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>Dauer %1</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
</context>
<context>
    <name>lynceus::DeploymentsPage</name>
    <message>
        <source>Deployments</source>
        <translation>Deployments</translation>
    </message>
    <message>
        <source>Filter deployments</source>
        <translation>Deployments filtern</translation>
    </message>
    <message>
        <source>Filter: outcome:failed project:shop actor:ann</source>
        <translation>Filter: outcome:failed project:shop actor:ann</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Details anzeigen</translation>
    </message>
    <message>
        <source>Show the application</source>
        <translation>Anwendung anzeigen</translation>
    </message>
    <message>
        <source>Watch again</source>
        <translation>Erneut beobachten</translation>
    </message>
    <message>
        <source>Open in Argo CD</source>
        <translation>In Argo CD öffnen</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Details of the deployment</source>
        <translation>Details des Deployments</translation>
    </message>
    <message>
        <source>%1, the newest</source>
        <translation>%1, das neueste</translation>
    </message>
    <message>
        <source>Lynceus lists the deployments that it observes, and earlier ones from the history of each application.</source>
        <translation>Lynceus listet die Deployments auf, die es erfasst, und frühere aus dem Verlauf jeder Anwendung.</translation>
    </message>
    <message>
        <source>Deployments could not be loaded</source>
        <translation>Deployments konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>%1. Then restart Lynceus.</source>
        <translation>%1. Starten Sie Lynceus danach neu.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No deployments in the selected bar</source>
        <translation>Keine Deployments im ausgewählten Balken</translation>
    </message>
    <message>
        <source>The selected bar limits the list to a part of the period.</source>
        <translation>Der ausgewählte Balken beschränkt die Liste auf einen Teil des Zeitraums.</translation>
    </message>
    <message>
        <source>Show the whole period</source>
        <translation>Ganzen Zeitraum anzeigen</translation>
    </message>
    <message>
        <source>No deployments match the filter</source>
        <translation>Kein Deployment passt zum Filter</translation>
    </message>
    <message>
        <source>The filter hides all %1 deployments of this period.</source>
        <translation>Der Filter verbirgt alle %1 Deployments dieses Zeitraums.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter zurücksetzen</translation>
    </message>
    <message>
        <source>Every deployment, registered or not</source>
        <translation>Jedes Deployment, registriert oder nicht</translation>
    </message>
    <message>
        <source>No deployments in this period</source>
        <translation>Keine Deployments in diesem Zeitraum</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <source>No deployments yet</source>
        <translation>Noch keine Deployments</translation>
    </message>
    <message>
        <source>New watch</source>
        <translation>Neue Beobachtung</translation>
    </message>
    <message>
        <source>No instance of yours has this application; the team server watches it.</source>
        <translation>Keine Ihrer Instanzen hat diese Anwendung; der Teamserver beobachtet sie.</translation>
    </message>
    <message>
        <source>The instance was removed, so its address is unknown.</source>
        <translation>Die Instanz wurde entfernt, daher ist ihre Adresse unbekannt.</translation>
    </message>
    <message>
        <source>Report copied as Markdown</source>
        <translation>Bericht als Markdown kopiert</translation>
    </message>
    <message>
        <source>CSV for spreadsheets</source>
        <translation>CSV für Tabellenkalkulationen</translation>
    </message>
    <message>
        <source>JSON for programs</source>
        <translation>JSON für Programme</translation>
    </message>
    <message>
        <source>HTML report</source>
        <translation>HTML-Bericht</translation>
    </message>
    <message>
        <source>Markdown report</source>
        <translation>Markdown-Bericht</translation>
    </message>
    <message>
        <source>CSV of the verdicts of watches</source>
        <translation>CSV der Urteile von Beobachtungen</translation>
    </message>
    <message>
        <source>JSON of watches with their evidence</source>
        <translation>JSON der Beobachtungen mit ihren Belegen</translation>
    </message>
    <message>
        <source>Export deployments</source>
        <translation>Deployments exportieren</translation>
    </message>
    <message>
        <source>Watches exported to %1</source>
        <translation>Beobachtungen nach %1 exportiert</translation>
    </message>
    <message>
        <source>Deployments exported to %1</source>
        <translation>Deployments nach %1 exportiert</translation>
    </message>
</context>
<context>
    <name>lynceus::DeploymentsView</name>
    <message>
        <source>Deployments</source>
        <translation>Deployments</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>lynceus::DesktopIntegration</name>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Quit Lynceus</source>
        <translation>Lynceus beenden</translation>
    </message>
    <message>
        <source>Watches are still running</source>
        <translation>Beobachtungen laufen noch</translation>
    </message>
    <message>
        <source>A background service can keep watching and notify you. Otherwise watches stop until Lynceus starts again. Settings can change this later.</source>
        <translation>Ein Hintergrunddienst kann weiter beobachten und Sie benachrichtigen. Sonst ruhen Beobachtungen, bis Lynceus wieder startet. Das lässt sich später in den Einstellungen ändern.</translation>
    </message>
    <message>
        <source>Keep watching in the background</source>
        <translation>Im Hintergrund weiter beobachten</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Nicht weiter beobachten</translation>
    </message>
    <message>
        <source>If the clipboard does not contain the cause yet, press a key or click in this window.</source>
        <translation>Falls die Zwischenablage die Ursache noch nicht enthält, drücken Sie eine Taste oder klicken Sie in dieses Fenster.</translation>
    </message>
</context>
<context>
    <name>lynceus::DetailBanner</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>lynceus::DetailHeader</name>
    <message>
        <source>Copy &amp;report</source>
        <translation>&amp;Bericht kopieren</translation>
    </message>
    <message>
        <source>&amp;Argo CD</source>
        <translation>&amp;Argo CD</translation>
    </message>
    <message>
        <source>&amp;Extend</source>
        <translation>&amp;Verlängern</translation>
    </message>
    <message>
        <source>Extend the deadline by 10 minutes</source>
        <translation>Frist um 10 Minuten verlängern</translation>
    </message>
    <message>
        <source>Copy a Markdown report for a chat or an issue</source>
        <translation>Markdown-Bericht für einen Chat oder ein Issue kopieren</translation>
    </message>
    <message>
        <source>Team &amp;server</source>
        <translation>Team&amp;server</translation>
    </message>
    <message>
        <source>Open on the team server</source>
        <translation>Auf dem Teamserver öffnen</translation>
    </message>
    <message>
        <source>Open in Argo CD</source>
        <translation>In Argo CD öffnen</translation>
    </message>
    <message>
        <source>Open the task&apos;s page on %1</source>
        <translation>Seite der Aufgabe auf %1 öffnen</translation>
    </message>
    <message>
        <source>Open the application&apos;s page in Argo CD</source>
        <translation>Seite der Anwendung in Argo CD öffnen</translation>
    </message>
    <message>
        <source>No longer on it</source>
        <translation>Nicht mehr zuständig</translation>
    </message>
    <message>
        <source>I&apos;m on it</source>
        <translation>Ich kümmere mich</translation>
    </message>
    <message>
        <source>Show others that you are no longer working on it</source>
        <translation>Anderen zeigen, dass Sie nicht mehr daran arbeiten</translation>
    </message>
    <message>
        <source>Show others that you are working on it</source>
        <translation>Anderen zeigen, dass Sie daran arbeiten</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 Minuten</translation>
    </message>
    <message>
        <source>10 minutes</source>
        <translation>10 Minuten</translation>
    </message>
    <message>
        <source>30 minutes</source>
        <translation>30 Minuten</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
</context>
<context>
    <name>lynceus::DetailPane</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Events %1</source>
        <translation>Events %1</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>Nächster Reiter</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>Vorheriger Reiter</translation>
    </message>
    <message>
        <source>Data from %1. None of your instances has this application.</source>
        <translation>Daten von %1. Keine Ihrer Instanzen hat diese Anwendung.</translation>
    </message>
    <message>
        <source>This team server was removed from Lynceus.</source>
        <translation>Dieser Teamserver wurde aus Lynceus entfernt.</translation>
    </message>
    <message>
        <source>This instance was removed from Lynceus. Only stored data is shown.</source>
        <translation>Diese Instanz wurde aus Lynceus entfernt. Es werden nur gespeicherte Daten gezeigt.</translation>
    </message>
    <message>
        <source>The data shown may be out of date: %1</source>
        <translation>Die angezeigten Daten sind möglicherweise veraltet: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1</translation>
    </message>
</context>
<context>
    <name>lynceus::DiagnosticsDialog</name>
    <message>
        <source>Checking this computer and each instance…</source>
        <translation>Dieser Computer und jede Instanz werden geprüft…</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>The checks did not run: the program lynceus was not found. Install it beside this window.</source>
        <translation>Die Prüfungen liefen nicht: Das Programm lynceus wurde nicht gefunden. Installieren Sie es neben diesem Fenster.</translation>
    </message>
    <message>
        <source>The checks did not run: %1.</source>
        <translation>Die Prüfungen liefen nicht: %1.</translation>
    </message>
    <message>
        <source>What Lynceus found. For a bug report, run lynceus doctor --bundle FILE in a terminal.</source>
        <translation>Was Lynceus gefunden hat. Führen Sie für einen Fehlerbericht lynceus doctor --bundle DATEI in einem Terminal aus.</translation>
    </message>
</context>
<context>
    <name>lynceus::EmptyBoard</name>
    <message>
        <source>See the demo</source>
        <translation>Demo ansehen</translation>
    </message>
    <message>
        <source>Image reference</source>
        <translation>Image-Referenz</translation>
    </message>
    <message>
        <source>Opens a second window with simulated instances. Nothing leaves this computer.</source>
        <translation>Öffnet ein zweites Fenster mit simulierten Instanzen. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>No watches</source>
        <translation>Keine Beobachtungen</translation>
    </message>
    <message>
        <source>Paste the image that your pipeline pushed. Lynceus finds the applications that use it and notifies you when the new version runs, or which pod fails.</source>
        <translation>Fügen Sie das Image ein, das Ihre Pipeline gepusht hat. Lynceus findet die Anwendungen, die es verwenden, und benachrichtigt Sie, wenn die neue Version läuft oder welcher Pod fehlschlägt.</translation>
    </message>
    <message>
        <source>New watch</source>
        <translation>Neue Beobachtung</translation>
    </message>
    <message>
        <source>Add your Argo CD instance</source>
        <translation>Ihre Argo-CD-Instanz hinzufügen</translation>
    </message>
    <message>
        <source>Lynceus needs its address and your sign-in, as the argocd CLI does. Then paste an image here, and Lynceus notifies you when it runs.</source>
        <translation>Lynceus braucht die Adresse und Ihre Anmeldung, wie die argocd-CLI. Fügen Sie dann hier ein Image ein, und Lynceus benachrichtigt Sie, wenn es läuft.</translation>
    </message>
    <message>
        <source>Add an instance</source>
        <translation>Instanz hinzufügen</translation>
    </message>
    <message>
        <source>Import 1 context from the argocd CLI</source>
        <translation>1 Kontext aus der argocd-CLI importieren</translation>
    </message>
    <message numerus="yes">
        <source>Import %n contexts from the argocd CLI</source>
        <translation>
            <numerusform>%n Kontext aus der argocd-CLI importieren</numerusform>
            <numerusform>%n Kontexte aus der argocd-CLI importieren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lynceus::EnvironmentsEditor</name>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>Braun</translation>
    </message>
    <message>
        <source>Rose</source>
        <translation>Rosé</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>Oliv</translation>
    </message>
    <message>
        <source>Indigo</source>
        <translation>Indigo</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Environments are labels such as dev, staging and production. The board shows and groups applications by them.</source>
        <translation>Umgebungen sind Bezeichnungen wie dev, staging und production. Die Übersicht zeigt und gruppiert Anwendungen danach.</translation>
    </message>
    <message>
        <source>Add environment</source>
        <translation>Umgebung hinzufügen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>Gilt für</translation>
    </message>
    <message>
        <source>Values, first match counts</source>
        <translation>Werte, erster Treffer zählt</translation>
    </message>
    <message>
        <source>Name of environment %1</source>
        <translation>Name der Umgebung %1</translation>
    </message>
    <message>
        <source>Colour of environment %1</source>
        <translation>Farbe der Umgebung %1</translation>
    </message>
    <message>
        <source>What environment %1 applies to</source>
        <translation>Wofür Umgebung %1 gilt</translation>
    </message>
    <message>
        <source>Values of environment %1</source>
        <translation>Werte der Umgebung %1</translation>
    </message>
    <message>
        <source>Separated by commas; * stands for any characters. A label is written as KEY=VALUE.</source>
        <translation>Durch Kommas getrennt; * steht für beliebige Zeichen. Ein Label wird als KEY=VALUE geschrieben.</translation>
    </message>
    <message>
        <source>Move environment %1 up</source>
        <translation>Umgebung %1 nach oben</translation>
    </message>
    <message>
        <source>Move environment %1 down</source>
        <translation>Umgebung %1 nach unten</translation>
    </message>
    <message>
        <source>Remove environment %1</source>
        <translation>Umgebung %1 entfernen</translation>
    </message>
    <message>
        <source>Not saved yet: %1</source>
        <translation>Noch nicht gespeichert: %1</translation>
    </message>
</context>
<context>
    <name>lynceus::EventsModel</name>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
</context>
<context>
    <name>lynceus::EventsTab</name>
    <message>
        <source>Message of the selected event</source>
        <translation>Meldung des ausgewählten Events</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>Events of %1 and of the application, newest first.</source>
        <translation>Events von %1 und der Anwendung, neueste zuerst.</translation>
    </message>
    <message>
        <source>Events of the application, newest first.</source>
        <translation>Events der Anwendung, neueste zuerst.</translation>
    </message>
    <message>
        <source>Events could not be loaded: %1</source>
        <translation>Events konnten nicht geladen werden: %1</translation>
    </message>
    <message>
        <source>Loading events…</source>
        <translation>Events werden geladen…</translation>
    </message>
    <message>
        <source>No events of %1 or of the application. Kubernetes deletes events after an hour.</source>
        <translation>Keine Events von %1 oder der Anwendung. Kubernetes löscht Events nach einer Stunde.</translation>
    </message>
    <message>
        <source>No events. Kubernetes deletes events after an hour.</source>
        <translation>Keine Events. Kubernetes löscht Events nach einer Stunde.</translation>
    </message>
</context>
<context>
    <name>lynceus::EvidenceTab</name>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Copy evidence</source>
        <translation>Belege kopieren</translation>
    </message>
    <message>
        <source>Copy the evidence as Markdown</source>
        <translation>Belege als Markdown kopieren</translation>
    </message>
    <message>
        <source>Time zone: %1</source>
        <translation>Zeitzone: %1</translation>
    </message>
</context>
<context>
    <name>lynceus::ExpectationForm</name>
    <message>
        <source>Expect</source>
        <translation>Erwarten</translation>
    </message>
    <message>
        <source>Wait for an application that does not exist yet</source>
        <translation>Auf eine Anwendung warten, die noch nicht existiert</translation>
    </message>
    <message>
        <source>Watch the applications of an app of apps or an ApplicationSet</source>
        <translation>Anwendungen einer App of Apps oder eines ApplicationSet beobachten</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Chart version</source>
        <translation>Chart-Version</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Nächste Version</translation>
    </message>
    <message>
        <source>The pods run this image</source>
        <translation>Die Pods führen dieses Image aus</translation>
    </message>
    <message>
        <source>This commit or tag was applied and runs</source>
        <translation>Dieser Commit oder Tag wurde angewendet und läuft</translation>
    </message>
    <message>
        <source>This version of the Helm chart was applied and runs</source>
        <translation>Diese Version des Helm-Charts wurde angewendet und läuft</translation>
    </message>
    <message>
        <source>The next version after the running or desired one</source>
        <translation>Die nächste Version nach der laufenden oder gewünschten</translation>
    </message>
    <message>
        <source>Name of the application</source>
        <translation>Name der Anwendung</translation>
    </message>
    <message>
        <source>shop-web, or namespace/shop-web</source>
        <translation>shop-web oder namespace/shop-web</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Commit or tag, for example 3f2a1b0 or v1.5.0</source>
        <translation>Commit oder Tag, zum Beispiel 3f2a1b0 oder v1.5.0</translation>
    </message>
    <message>
        <source>For example 1.5.2</source>
        <translation>Zum Beispiel 1.5.2</translation>
    </message>
    <message>
        <source>Enter the name of the application.</source>
        <translation>Geben Sie den Namen der Anwendung ein.</translation>
    </message>
    <message>
        <source>Choose the instance on which it will be created.</source>
        <translation>Wählen Sie die Instanz, auf der sie erstellt wird.</translation>
    </message>
    <message>
        <source>Choose its instance.</source>
        <translation>Wählen Sie die Instanz der Anwendung.</translation>
    </message>
    <message>
        <source>Enter the complete image reference with its version.</source>
        <translation>Geben Sie die vollständige Image-Referenz mit Version ein.</translation>
    </message>
    <message>
        <source>Enter the version to expect.</source>
        <translation>Geben Sie die zu erwartende Version ein.</translation>
    </message>
</context>
<context>
    <name>lynceus::FilterField</name>
    <message>
        <source>Number of items shown</source>
        <translation>Anzahl der angezeigten Einträge</translation>
    </message>
</context>
<context>
    <name>lynceus::FindButton</name>
    <message>
        <source>Find applications, watches and commands</source>
        <translation>Anwendungen, Beobachtungen und Befehle suchen</translation>
    </message>
    <message>
        <source>Find applications, watches and commands   %1</source>
        <translation>Anwendungen, Beobachtungen und Befehle suchen   %1</translation>
    </message>
    <message>
        <source>Find   %1</source>
        <translation>Suchen   %1</translation>
    </message>
</context>
<context>
    <name>lynceus::FollowDialog</name>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Notify</source>
        <translation>Benachrichtigen</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Observe for</source>
        <translation>Beobachtungszeit</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Follow rules</source>
        <translation>Folgeregeln</translation>
    </message>
    <message>
        <source>Filter of the applications to follow</source>
        <translation>Filter der Anwendungen, denen gefolgt wird</translation>
    </message>
    <message>
        <source>For example project:shop instance:prod</source>
        <translation>Zum Beispiel project:shop instance:prod</translation>
    </message>
    <message>
        <source>problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>all news</source>
        <translation>alle Neuigkeiten</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>F&amp;ilter</source>
        <translation>F&amp;ilter</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Notify of</source>
        <translation>Benachrichtigen über</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Each new version of the applications that match is watched automatically.</source>
        <translation>Jede neue Version der passenden Anwendungen wird automatisch beobachtet.</translation>
    </message>
    <message>
        <source>1 application matches now. Each of its new versions is watched automatically.</source>
        <translation>Derzeit passt 1 Anwendung. Jede ihrer neuen Versionen wird automatisch beobachtet.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln applications match now. Each of their new versions is watched automatically.</source>
        <translation>
            <numerusform>Derzeit passt %Ln Anwendung. Jede ihrer neuen Versionen wird automatisch beobachtet.</numerusform>
            <numerusform>Derzeit passen %Ln Anwendungen. Jede ihrer neuen Versionen wird automatisch beobachtet.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a rule named %1. Use another name, or remove that one.</source>
        <translation>Es gibt schon eine Regel namens %1. Verwenden Sie einen anderen Namen oder entfernen Sie sie.</translation>
    </message>
    <message>
        <source>%1 is followed</source>
        <translation>Folgeregel für %1 angelegt</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>No follow rules yet</source>
        <translation>Noch keine Folgeregeln</translation>
    </message>
    <message>
        <source>Follow rules; the oldest that matches an application counts</source>
        <translation>Folgeregeln; die älteste, die zu einer Anwendung passt, zählt</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>lynceus::FreshnessStrip</name>
    <message>
        <source>No instances</source>
        <translation>Keine Instanzen</translation>
    </message>
</context>
<context>
    <name>lynceus::HelpWindow</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>Urteile</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>Deployments</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufzeichnungen</translation>
    </message>
    <message>
        <source>Team server</source>
        <translation>Teamserver</translation>
    </message>
    <message>
        <source>Background service</source>
        <translation>Hintergrunddienst</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Neuerungen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
</context>
<context>
    <name>lynceus::ImportDialog</name>
    <message>
        <source>already added</source>
        <translation>schon hinzugefügt</translation>
    </message>
    <message>
        <source>with token</source>
        <translation>mit Token</translation>
    </message>
    <message>
        <source>sign in after import</source>
        <translation>nach dem Import anmelden</translation>
    </message>
    <message>
        <source>Import contexts</source>
        <translation>Kontexte importieren</translation>
    </message>
    <message>
        <source>the default location of the argocd CLI</source>
        <translation>der Standardort der argocd-CLI</translation>
    </message>
    <message>
        <source>Configuration of the argocd CLI</source>
        <translation>Konfiguration der argocd-CLI</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Contexts</source>
        <translation>Kontexte</translation>
    </message>
    <message>
        <source>Adds the contexts of the argocd CLI as instances. The CLI&apos;s configuration file is not changed.</source>
        <translation>Fügt die Kontexte der argocd-CLI als Instanzen hinzu. Die Konfigurationsdatei der CLI wird nicht geändert.</translation>
    </message>
    <message>
        <source>This file contains no contexts.</source>
        <translation>Diese Datei enthält keine Kontexte.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
</context>
<context>
    <name>lynceus::InlineBar</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>lynceus::InstanceBadge</name>
    <message>
        <source>Instance %1</source>
        <translation>Instanz %1</translation>
    </message>
</context>
<context>
    <name>lynceus::InstanceCard</name>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Actions for %1</source>
        <translation>Aktionen für %1</translation>
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
        <translation>Berechtigungen werden geprüft…</translation>
    </message>
    <message>
        <source>permissions could not be checked: %1</source>
        <translation>Berechtigungen konnten nicht geprüft werden: %1</translation>
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
        <translation>%1: %2, Datenalter %3</translation>
    </message>
</context>
<context>
    <name>lynceus::InstancesPage</name>
    <message>
        <source>No instance matches the filter</source>
        <translation>Keine Instanz passt zum Filter</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>Import contexts</source>
        <translation>Kontexte importieren</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add an instance</source>
        <translation>Instanz hinzufügen</translation>
    </message>
    <message>
        <source>Filter by name or address</source>
        <translation>Nach Name oder Adresse filtern</translation>
    </message>
    <message>
        <source>Filter instances</source>
        <translation>Instanzen filtern</translation>
    </message>
    <message>
        <source>No instances yet</source>
        <translation>Noch keine Instanzen</translation>
    </message>
    <message>
        <source>Add an instance with the address that you use in the browser, or import contexts from the argocd CLI. Lynceus has read-only access and does not change anything in Argo CD. A team server (lynceus serve or an Argo Watcher) is added in the same way.</source>
        <translation>Fügen Sie eine Instanz mit der Adresse hinzu, die Sie im Browser verwenden, oder importieren Sie Kontexte aus der argocd-CLI. Lynceus hat nur Lesezugriff und ändert nichts in Argo CD. Ein Teamserver (lynceus serve oder ein Argo Watcher) wird ebenso hinzugefügt.</translation>
    </message>
    <message>
        <source>Signed in.</source>
        <translation>Angemeldet.</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>Angemeldet als %1.</translation>
    </message>
    <message>
        <source>No keychain is available. The token is discarded when Lynceus quits.</source>
        <translation>Kein Schlüsselbund verfügbar. Das Token wird verworfen, wenn Lynceus beendet wird.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Erneut anmelden…</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Change the address…</source>
        <translation>Adresse ändern…</translation>
    </message>
    <message>
        <source>Certificate…</source>
        <translation>Zertifikat…</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Certificate of %1</source>
        <translation>Zertifikat von %1</translation>
    </message>
    <message>
        <source>Trusted by this computer.</source>
        <translation>Von diesem Computer anerkannt.</translation>
    </message>
    <message>
        <source>SHA-256: %1
For: %2
Issued by: %3</source>
        <translation>SHA-256: %1
Für: %2
Ausgestellt von: %3</translation>
    </message>
    <message>
        <source>Unpin this certificate</source>
        <translation>Zertifikat nicht mehr anheften</translation>
    </message>
    <message>
        <source>Pin this certificate</source>
        <translation>Dieses Zertifikat anheften</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>Name, used before the colon as in staging:shop-web</source>
        <translation>Name vor dem Doppelpunkt, wie in staging:shop-web</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>Its tokens are deleted and its running watches are cancelled. History is kept.</source>
        <translation>Ihre Token werden gelöscht und ihre laufenden Beobachtungen abgebrochen. Der Verlauf bleibt erhalten.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>lynceus::KeyField</name>
    <message>
        <source>Press the new shortcut. Backspace clears it.</source>
        <translation>Drücken Sie das neue Kürzel. Die Rücktaste löscht es.</translation>
    </message>
    <message>
        <source>Default shortcut of %1</source>
        <translation>Standardkürzel für %1</translation>
    </message>
    <message>
        <source>Reset to default</source>
        <translation>Auf Standard zurücksetzen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
</context>
<context>
    <name>lynceus::KeychainProbe</name>
    <message>
        <source>values stored in the keychain cannot be read back</source>
        <translation>im Schlüsselbund gespeicherte Werte können nicht zurückgelesen werden</translation>
    </message>
    <message>
        <source>values stored in the keychain cannot be removed: %1</source>
        <translation>im Schlüsselbund gespeicherte Werte können nicht entfernt werden: %1</translation>
    </message>
</context>
<context>
    <name>lynceus::ListPage</name>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Add an instance with the address that you use in the browser.</source>
        <translation>Fügen Sie eine Instanz mit der Adresse hinzu, die Sie im Browser verwenden.</translation>
    </message>
    <message>
        <source>Add an instance</source>
        <translation>Instanz hinzufügen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>lynceus::LogText</name>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
</context>
<context>
    <name>lynceus::LogsTab</name>
    <message>
        <source>No pods.</source>
        <translation>Keine Pods.</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>Loading containers…</source>
        <translation>Container werden geladen…</translation>
    </message>
    <message>
        <source>Containers could not be loaded: %1</source>
        <translation>Container konnten nicht geladen werden: %1</translation>
    </message>
    <message>
        <source>Loading log…</source>
        <translation>Log wird geladen…</translation>
    </message>
    <message>
        <source>The container ended.</source>
        <translation>Der Container ist beendet.</translation>
    </message>
    <message>
        <source>The container ended without output.</source>
        <translation>Der Container ist ohne Ausgabe beendet.</translation>
    </message>
    <message>
        <source>Your account does not have access to the logs of this application.</source>
        <translation>Ihr Konto hat keinen Zugriff auf die Logs dieser Anwendung.</translation>
    </message>
    <message>
        <source>Your account does not have access to logs in project %1. Ask your administrator for the permission “logs, get”.</source>
        <translation>Ihr Konto hat in Projekt %1 keinen Zugriff auf Logs. Bitten Sie Ihren Administrator um die Berechtigung „logs, get“.</translation>
    </message>
    <message>
        <source>The log stopped: %1</source>
        <translation>Das Log brach ab: %1</translation>
    </message>
    <message>
        <source>&amp;Before the last restart</source>
        <translation>&amp;Vor dem letzten Neustart</translation>
    </message>
    <message>
        <source>&amp;Wrap lines</source>
        <translation>&amp;Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Copy &amp;log</source>
        <translation>&amp;Log kopieren</translation>
    </message>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Log durchsuchen</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Vorheriger Treffer</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>kein Treffer</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>1 new line</source>
        <translation>1 neue Zeile</translation>
    </message>
    <message numerus="yes">
        <source>%n new lines</source>
        <translation>
            <numerusform>%n neue Zeile</numerusform>
            <numerusform>%n neue Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has no pods.</source>
        <translation>%1 hat keine Pods.</translation>
    </message>
</context>
<context>
    <name>lynceus::LoopbackListener</name>
    <message>
        <source>Return to Lynceus to see whether the sign-in succeeded. You can close this page.</source>
        <translation>Kehren Sie zu Lynceus zurück, um zu sehen, ob die Anmeldung gelungen ist. Sie können diese Seite schließen.</translation>
    </message>
</context>
<context>
    <name>lynceus::MainWindow</name>
    <message>
        <source>Lynceus demo (simulated data)</source>
        <translation>Lynceus-Demo (simulierte Daten)</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>Releases</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>Anwendungen</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>Deployments</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>%1 is connected. Next, choose an application or an image, and watch its release.</source>
        <translation>%1 ist verbunden. Wählen Sie als Nächstes eine Anwendung oder ein Image und beobachten Sie das Release.</translation>
    </message>
    <message>
        <source>Watch a release</source>
        <translation>Release beobachten</translation>
    </message>
    <message>
        <source>New watch…</source>
        <translation>Neue Beobachtung…</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>Find in the current list or tab</source>
        <translation>In aktueller Liste oder aktuellem Reiter suchen</translation>
    </message>
    <message>
        <source>Switch between list and details</source>
        <translation>Zwischen Liste und Details wechseln</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation>Menü öffnen</translation>
    </message>
    <message>
        <source>Group and sort the board…</source>
        <translation>Übersicht gruppieren und sortieren…</translation>
    </message>
    <message>
        <source>Wallboard</source>
        <translation>Wallboard</translation>
    </message>
    <message>
        <source>Add an instance…</source>
        <translation>Instanz hinzufügen…</translation>
    </message>
    <message>
        <source>Retry all instances</source>
        <translation>Alle Instanzen erneut versuchen</translation>
    </message>
    <message>
        <source>Follow rules…</source>
        <translation>Folgeregeln…</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>Tasten…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Import contexts…</source>
        <translation>Kontexte importieren…</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Diagnostics…</source>
        <translation>Diagnose…</translation>
    </message>
    <message>
        <source>About Lynceus</source>
        <translation>Über Lynceus</translation>
    </message>
    <message>
        <source>New watch</source>
        <translation>Neue Beobachtung</translation>
    </message>
    <message>
        <source>Watch an image until it runs</source>
        <translation>Ein Image beobachten, bis es läuft</translation>
    </message>
    <message>
        <source>Watch an image until it runs (%1)</source>
        <translation>Ein Image beobachten, bis es läuft (%1)</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>watch for %1 on %2</source>
        <translation>Beobachtung für %1 auf %2</translation>
    </message>
    <message>
        <source>instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>The demo could not be started. Run lynceus demo in a terminal.</source>
        <translation>Die Demo konnte nicht gestartet werden. Führen Sie lynceus demo in einem Terminal aus.</translation>
    </message>
    <message>
        <source>The window could not be opened again.</source>
        <translation>Das Fenster konnte nicht wieder geöffnet werden.</translation>
    </message>
    <message>
        <source>Start Lynceus again. The new language is stored.</source>
        <translation>Starten Sie Lynceus erneut. Die neue Sprache ist gespeichert.</translation>
    </message>
</context>
<context>
    <name>lynceus::ManifestTab</name>
    <message>
        <source>Select a resource on the Resources tab.</source>
        <translation>Wählen Sie im Reiter „Ressourcen“ eine Ressource aus.</translation>
    </message>
    <message>
        <source>Loading the manifest of %1…</source>
        <translation>Manifest von %1 wird geladen…</translation>
    </message>
    <message>
        <source>The manifest of %1 could not be loaded: %2</source>
        <translation>Das Manifest von %1 konnte nicht geladen werden: %2</translation>
    </message>
    <message>
        <source>Copy &amp;manifest</source>
        <translation>&amp;Manifest kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;live</source>
        <translation>&amp;Live-Manifest kopieren</translation>
    </message>
    <message>
        <source>%1 has no manifest: it no longer exists, or Argo CD does not manage it.</source>
        <translation>%1 hat kein Manifest: die Ressource existiert nicht mehr, oder Argo CD verwaltet sie nicht.</translation>
    </message>
    <message>
        <source>%1, live. It is not in git; it was created by something other than Argo CD.</source>
        <translation>%1, live. Nicht in Git; nicht von Argo CD erstellt.</translation>
    </message>
    <message>
        <source>%1, as defined in git. It does not exist in the cluster yet.</source>
        <translation>%1, wie in Git definiert. Existiert noch nicht im Cluster.</translation>
    </message>
    <message>
        <source>%1: no differences between live and git.</source>
        <translation>%1: keine Unterschiede zwischen Live und Git.</translation>
    </message>
    <message>
        <source>%1: 1 difference from live (−) to git (+).</source>
        <translation>%1: 1 Unterschied von Live (−) zu Git (+).</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n differences from live (−) to git (+).</source>
        <translation>
            <numerusform>%1: %n Unterschied von Live (−) zu Git (+).</numerusform>
            <numerusform>%1: %n Unterschiede von Live (−) zu Git (+).</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation>&amp;Unterschied</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>&amp;Nebeneinander</translation>
    </message>
    <message>
        <source>With status and &amp;managed fields</source>
        <translation>Mit Status und &amp;verwalteten Feldern</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>Live manifest</source>
        <translation>Live-Manifest</translation>
    </message>
    <message>
        <source>Manifest in git</source>
        <translation>Manifest in Git</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>Vorheriger Unterschied</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>Nächster Unterschied</translation>
    </message>
    <message>
        <source>Previous difference (Shift+F8)</source>
        <translation>Vorheriger Unterschied (Umschalt+F8)</translation>
    </message>
    <message>
        <source>Next difference (F8)</source>
        <translation>Nächster Unterschied (F8)</translation>
    </message>
    <message>
        <source>%1, live. It is a hook (%2): syncs create it, and Argo CD does not compare it with git.</source>
        <translation>%1, live. Das ist ein Hook (%2): Syncs erstellen ihn, und Argo CD vergleicht ihn nicht mit Git.</translation>
    </message>
</context>
<context>
    <name>lynceus::NewWatchDialog</name>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>New watch</source>
        <translation>Neue Beobachtung</translation>
    </message>
    <message>
        <source>Notify me when this image runs</source>
        <translation>Benachrichtigen, wenn dieses Image läuft</translation>
    </message>
    <message>
        <source>Image or application, for example ghcr.io/acme/shop-web:1.5.0</source>
        <translation>Image oder Anwendung, zum Beispiel ghcr.io/acme/shop-web:1.5.0</translation>
    </message>
    <message>
        <source>Image reference or application name</source>
        <translation>Image-Referenz oder Anwendungsname</translation>
    </message>
    <message>
        <source>from the clipboard</source>
        <translation>aus der Zwischenablage</translation>
    </message>
    <message>
        <source>Applications that use this image</source>
        <translation>Anwendungen, die dieses Image verwenden</translation>
    </message>
    <message>
        <source>Equivalent command</source>
        <translation>Entsprechender Befehl</translation>
    </message>
    <message>
        <source>Copy the equivalent command</source>
        <translation>Entsprechenden Befehl kopieren</translation>
    </message>
    <message>
        <source>Release name</source>
        <translation>Name des Release</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Runs on %1</source>
        <translation>Läuft auf %1</translation>
    </message>
    <message numerus="yes">
        <source>Watch %n applications</source>
        <translation>
            <numerusform>%n Anwendung beobachten</numerusform>
            <numerusform>%n Anwendungen beobachten</numerusform>
        </translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Lynceus watches the applications that it manages as one release.</source>
        <translation>Lynceus beobachtet die davon verwalteten Anwendungen als ein Release.</translation>
    </message>
    <message>
        <source>This application is watched as soon as it is created.</source>
        <translation>Diese Anwendung wird beobachtet, sobald sie erstellt ist.</translation>
    </message>
    <message>
        <source>enter one version for all applications, or one for each: shop-web:1.5.0 orders:2.0.0</source>
        <translation>geben Sie eine Version für alle Anwendungen ein oder eine für jede: shop-web:1.5.0 orders:2.0.0</translation>
    </message>
    <message>
        <source>add a version after a colon, or select one that is running</source>
        <translation>fügen Sie nach einem Doppelpunkt eine Version an oder wählen Sie eine laufende</translation>
    </message>
    <message>
        <source>select the applications to watch</source>
        <translation>wählen Sie die zu beobachtenden Anwendungen</translation>
    </message>
    <message>
        <source>expects all of: %1</source>
        <translation>alle werden erwartet: %1</translation>
    </message>
    <message>
        <source>Version, for example 1.5.0</source>
        <translation>Version, zum Beispiel 1.5.0</translation>
    </message>
    <message>
        <source>Version of the selected applications</source>
        <translation>Version der ausgewählten Anwendungen</translation>
    </message>
    <message>
        <source>No instance has been added yet.</source>
        <translation>Noch wurde keine Instanz hinzugefügt.</translation>
    </message>
    <message>
        <source>Add an instance…</source>
        <translation>Instanz hinzufügen…</translation>
    </message>
    <message>
        <source>No applications are known yet.</source>
        <translation>Noch sind keine Anwendungen bekannt.</translation>
    </message>
    <message>
        <source>Show instances</source>
        <translation>Instanzen anzeigen</translation>
    </message>
    <message>
        <source>The data of these instances may be out of date or incomplete: %1</source>
        <translation>Die Daten dieser Instanzen sind möglicherweise veraltet oder unvollständig: %1</translation>
    </message>
    <message>
        <source>“%1” cannot be read</source>
        <translation>„%1“ kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>“%1” contains no text</source>
        <translation>„%1“ enthält keinen Text</translation>
    </message>
</context>
<context>
    <name>lynceus::NoteDialog</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What others should know about this release</source>
        <translation>Was andere über dieses Release wissen sollten</translation>
    </message>
    <message>
        <source>Shown on the board, in the detail, in reports and in exports.</source>
        <translation>Wird in der Übersicht, im Detail, in Berichten und in Exporten gezeigt.</translation>
    </message>
</context>
<context>
    <name>lynceus::NotificationMatrix</name>
    <message>
        <source>Notification</source>
        <translation>Benachrichtigung</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>In quiet hours</source>
        <translation>In Ruhezeiten</translation>
    </message>
    <message>
        <source>Notification: %1</source>
        <translation>Benachrichtigung: %1</translation>
    </message>
    <message>
        <source>Sound: %1</source>
        <translation>Ton: %1</translation>
    </message>
    <message>
        <source>In quiet hours: %1</source>
        <translation>In Ruhezeiten: %1</translation>
    </message>
    <message>
        <source>notification tell banner sound quiet hours night mute silence</source>
        <translation>Benachrichtigung melden Banner Ton Klang Ruhezeiten Nacht stumm Stille</translation>
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
Zeitraum davor: %5</translation>
    </message>
</context>
<context>
    <name>lynceus::Palette</name>
    <message>
        <source>Find applications, watches and commands</source>
        <translation>Anwendungen, Beobachtungen und Befehle suchen</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
</context>
<context>
    <name>lynceus::PeriodStrip</name>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
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
        <translation>alle</translation>
    </message>
    <message>
        <source>Deployments per day or hour; select a bar to list only its deployments</source>
        <translation>Deployments pro Tag oder Stunde; wählen Sie einen Balken, um nur seine Deployments aufzulisten</translation>
    </message>
</context>
<context>
    <name>lynceus::PreferencesDialog</name>
    <message>
        <source>System time zone (%1)</source>
        <translation>Zeitzone des Systems (%1)</translation>
    </message>
    <message>
        <source>No matching settings</source>
        <translation>Keine passenden Einstellungen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Watches</source>
        <translation>Beobachtungen</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Umgebungen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>New watch</source>
        <translation>Neue Beobachtung</translation>
    </message>
    <message>
        <source>Default deadline</source>
        <translation>Standardfrist</translation>
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
        <translation>Ende des Arbeitstags</translation>
    </message>
    <message>
        <source>timeout time limit</source>
        <translation>Zeitlimit Timeout Zeitgrenze</translation>
    </message>
    <message>
        <source>Observe for</source>
        <translation>Beobachtungszeit</translation>
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
        <translation>Bake Wartezeit Schutz Standard</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Nachfragen</translation>
    </message>
    <message>
        <source>Keep watching in the background</source>
        <translation>Im Hintergrund weiter beobachten</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Nicht weiter beobachten</translation>
    </message>
    <message>
        <source>When you quit while watches are running</source>
        <translation>Beim Beenden, während Beobachtungen laufen</translation>
    </message>
    <message>
        <source>exit close background service daemon</source>
        <translation>Beenden Schließen Hintergrund Dienst Daemon</translation>
    </message>
    <message>
        <source>Notify me when</source>
        <translation>Benachrichtigen, wenn</translation>
    </message>
    <message>
        <source>Further notifications are combined into one summary. Failures are always shown by name.</source>
        <translation>Weitere Benachrichtigungen werden zu einer zusammengefasst. Fehlschläge werden immer namentlich gezeigt.</translation>
    </message>
    <message>
        <source>Maximum notifications in 10 minutes, without failures</source>
        <translation>Maximale Benachrichtigungen in 10 Minuten, ohne Fehlschläge</translation>
    </message>
    <message>
        <source>limit budget summary</source>
        <translation>Grenze Anzahl Zusammenfassung</translation>
    </message>
    <message>
        <source>Send test notification</source>
        <translation>Testbenachrichtigung senden</translation>
    </message>
    <message>
        <source>Check that notifications are shown</source>
        <translation>Prüfen, ob Benachrichtigungen angezeigt werden</translation>
    </message>
    <message>
        <source>test try</source>
        <translation>Test probieren</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeiten</translation>
    </message>
    <message>
        <source>Hold notifications not ticked above</source>
        <translation>Nicht angekreuzte Benachrichtigungen zurückhalten</translation>
    </message>
    <message>
        <source>Quiet hours every day</source>
        <translation>Ruhezeiten jeden Tag</translation>
    </message>
    <message>
        <source>night mute silence</source>
        <translation>Nacht stumm Stille</translation>
    </message>
    <message>
        <source>Start of quiet hours</source>
        <translation>Beginn der Ruhezeiten</translation>
    </message>
    <message>
        <source>End of quiet hours</source>
        <translation>Ende der Ruhezeiten</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>When you sign in to this computer</source>
        <translation>Wenn Sie sich an diesem Computer anmelden</translation>
    </message>
    <message>
        <source>Start Lynceus</source>
        <translation>Lynceus starten</translation>
    </message>
    <message>
        <source>autostart login boot</source>
        <translation>Autostart Anmeldung Login Systemstart</translation>
    </message>
    <message>
        <source>Transfer settings</source>
        <translation>Einstellungen übertragen</translation>
    </message>
    <message>
        <source>Settings of Lynceus (*.json)</source>
        <translation>Einstellungen von Lynceus (*.json)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>Einstellungen exportieren</translation>
    </message>
    <message>
        <source>Settings and instances, without secrets</source>
        <translation>Einstellungen und Instanzen, ohne Geheimnisse</translation>
    </message>
    <message>
        <source>backup save</source>
        <translation>Sicherung Backup speichern</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Einstellungen importieren</translation>
    </message>
    <message>
        <source>Settings exported on another computer</source>
        <translation>Auf einem anderen Computer exportierte Einstellungen</translation>
    </message>
    <message>
        <source>backup restore load</source>
        <translation>Sicherung Backup wiederherstellen laden</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>Nach %1 exportiert.</translation>
    </message>
    <message>
        <source>Settings imported. Sign in to the new instances.</source>
        <translation>Einstellungen importiert. Melden Sie sich bei den neuen Instanzen an.</translation>
    </message>
    <message>
        <source>Settings imported, except: %1</source>
        <translation>Einstellungen importiert, außer: %1</translation>
    </message>
    <message>
        <source>%1 was not imported: %2</source>
        <translation>%1 wurde nicht importiert: %2</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>dark light colours mode look</source>
        <translation>dunkel hell Farben Modus Aussehen Thema</translation>
    </message>
    <message>
        <source>Row height</source>
        <translation>Zeilenhöhe</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Komfortabel</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>density height compact comfortable look</source>
        <translation>Dichte Höhe kompakt komfortabel Aussehen</translation>
    </message>
    <message>
        <source>Layout direction</source>
        <translation>Leserichtung</translation>
    </message>
    <message>
        <source>Left to right</source>
        <translation>Von links nach rechts</translation>
    </message>
    <message>
        <source>Right to left</source>
        <translation>Von rechts nach links</translation>
    </message>
    <message>
        <source>mirror rtl ltr arabic hebrew language</source>
        <translation>Spiegeln rtl ltr Arabisch Hebräisch Sprache</translation>
    </message>
    <message>
        <source>“%1” is not a time zone; use a name such as Europe/Berlin</source>
        <translation>„%1“ ist keine Zeitzone; verwenden Sie einen Namen wie Europe/Berlin</translation>
    </message>
    <message>
        <source>Used in the window, in notifications and in copied reports. CSV and JSON exports always use UTC.</source>
        <translation>Gilt im Fenster, in Benachrichtigungen und in kopierten Berichten. CSV- und JSON-Exporte verwenden immer UTC.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>time zone clock UTC local hours</source>
        <translation>Zeitzone Uhr UTC lokal Stunden</translation>
    </message>
    <message>
        <source>environment stage production staging label colour namespace project</source>
        <translation>Umgebung Stufe production staging Label Farbe Namespace Projekt</translation>
    </message>
    <message>
        <source>Older verdicts, and verdicts above the size limit, are deleted at startup and once a day. Running watches are kept.</source>
        <translation>Ältere Urteile und Urteile über der Größengrenze werden beim Start und einmal täglich gelöscht. Laufende Beobachtungen bleiben erhalten.</translation>
    </message>
    <message>
        <source>retention age size store forget disk</source>
        <translation>Aufbewahrung Alter Größe Speicher vergessen Festplatte</translation>
    </message>
    <message>
        <source>Keep verdicts for</source>
        <translation>Urteile aufbewahren für</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Maximum size</source>
        <translation>Maximale Größe</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>MiB</translation>
    </message>
    <message>
        <source>Shortcut scheme: %1</source>
        <translation>Kürzelschema: %1</translation>
    </message>
    <message>
        <source>Default shortcuts</source>
        <translation>Standardkürzel</translation>
    </message>
    <message>
        <source>Reset all shortcuts to</source>
        <translation>Alle Kürzel zurücksetzen auf</translation>
    </message>
    <message>
        <source>shortcut reset</source>
        <translation>Tastenkürzel Shortcut zurücksetzen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>shortcut key</source>
        <translation>Tastenkürzel Shortcut Taste</translation>
    </message>
    <message>
        <source>Lynceus notifies you of a team server&apos;s tasks with one of these authors. Separate several names with commas. Without a name, the name of your account on this computer counts.</source>
        <translation>Lynceus benachrichtigt Sie über die Aufgaben eines Teamservers mit einem dieser Autoren. Trennen Sie mehrere Namen durch Kommas. Ohne Namen gilt der Name Ihres Kontos auf diesem Computer.</translation>
    </message>
    <message>
        <source>Your names as an author in pipelines</source>
        <translation>Ihre Namen als Autor in Pipelines</translation>
    </message>
    <message>
        <source>author task team server commit mine</source>
        <translation>Autor Aufgabe Teamserver Commit meine</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>Systemsprache</translation>
    </message>
    <message>
        <source>The window opens again in this language. The command line is in English.</source>
        <translation>Das Fenster öffnet sich erneut in dieser Sprache. Die Befehlszeile ist auf Englisch.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>language translation locale english</source>
        <translation>sprache übersetzung deutsch englisch language</translation>
    </message>
</context>
<context>
    <name>lynceus::ReleasesPage</name>
    <message>
        <source>Application, instance, project, version or release</source>
        <translation>Anwendung, Instanz, Projekt, Version oder Release</translation>
    </message>
    <message>
        <source>Filter the board</source>
        <translation>Übersicht filtern</translation>
    </message>
    <message>
        <source>No watch matches</source>
        <translation>Keine Beobachtung passt</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n watches</source>
        <translation>
            <numerusform>%1 von %n Beobachtung</numerusform>
            <numerusform>%1 von %n Beobachtungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Share on</source>
        <translation>Teilen auf</translation>
    </message>
    <message>
        <source>Share on %1</source>
        <translation>Auf %1 teilen</translation>
    </message>
    <message>
        <source>%1 was not shared: %2</source>
        <translation>%1 wurde nicht geteilt: %2</translation>
    </message>
    <message>
        <source>%1 is shared on %2: %3</source>
        <translation>%1 ist auf %2 geteilt: %3</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stop watching %1 on %2? The rollout in Argo CD is not affected.</source>
        <translation>%1 auf %2 nicht weiter beobachten? Der Rollout in Argo CD ist davon nicht betroffen.</translation>
    </message>
    <message numerus="yes">
        <source>Stop watching %n applications? The rollouts in Argo CD are not affected.</source>
        <translation>
            <numerusform>%n Anwendung nicht weiter beobachten? Der Rollout in Argo CD ist davon nicht betroffen.</numerusform>
            <numerusform>%n Anwendungen nicht weiter beobachten? Die Rollouts in Argo CD sind davon nicht betroffen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Nicht weiter beobachten</translation>
    </message>
    <message>
        <source>Keep watching</source>
        <translation>Weiter beobachten</translation>
    </message>
</context>
<context>
    <name>lynceus::ResourceView</name>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
</context>
<context>
    <name>lynceus::ResourcesTab</name>
    <message>
        <source>Clear the filter</source>
        <translation>Filter zurücksetzen</translation>
    </message>
    <message>
        <source>Filter by kind, name, health, image</source>
        <translation>Nach Art, Name, Health, Image filtern</translation>
    </message>
    <message>
        <source>Filter resources</source>
        <translation>Ressourcen filtern</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>Zeile kopieren</translation>
    </message>
    <message>
        <source>Where does this run?</source>
        <translation>Wo läuft das?</translation>
    </message>
    <message>
        <source>Loading resources…</source>
        <translation>Ressourcen werden geladen…</translation>
    </message>
    <message>
        <source>This application has no resources.</source>
        <translation>Diese Anwendung hat keine Ressourcen.</translation>
    </message>
    <message>
        <source>No resource matches “%1”.</source>
        <translation>Keine Ressource passt zu „%1“.</translation>
    </message>
</context>
<context>
    <name>lynceus::ServicesHeader</name>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
</context>
<context>
    <name>lynceus::ShortcutRegistry</name>
    <message>
        <source>“%1” is not a key</source>
        <translation>„%1“ ist keine Taste</translation>
    </message>
    <message>
        <source>%1 is already used by “%2”</source>
        <translation>%1 wird schon für „%2“ verwendet</translation>
    </message>
</context>
<context>
    <name>lynceus::ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Find a shortcut</source>
        <translation>Kürzel suchen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
</context>
<context>
    <name>lynceus::Sidebar</name>
    <message>
        <source>Screens</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Instances and the age of their data</source>
        <translation>Instanzen und das Alter ihrer Daten</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Lynceus demo</source>
        <translation>Lynceus-Demo</translation>
    </message>
    <message>
        <source>Simulated instances, and a week of simulated deployments. Nothing here is real.</source>
        <translation>Simulierte Instanzen und eine Woche simulierter Deployments. Nichts davon ist echt.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, one needs attention</source>
        <translation>%1, eine braucht Aufmerksamkeit</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n need attention</source>
        <translation>
            <numerusform>%1, %n braucht Aufmerksamkeit</numerusform>
            <numerusform>%1, %n brauchen Aufmerksamkeit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lynceus::SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>Bei %1 anmelden</translation>
    </message>
    <message>
        <source>In the browser (single sign-on)</source>
        <translation>Im Browser (Single Sign-on)</translation>
    </message>
    <message>
        <source>With a user name and a password</source>
        <translation>Mit Benutzername und Passwort</translation>
    </message>
    <message>
        <source>With a token</source>
        <translation>Mit Token</translation>
    </message>
    <message>
        <source>How to sign in</source>
        <translation>Anmeldemethode</translation>
    </message>
    <message>
        <source>Sign-in link</source>
        <translation>Anmeldelink</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Erneut öffnen</translation>
    </message>
    <message>
        <source>If you sign in with a browser on another computer, paste its final address:</source>
        <translation>Wenn Sie sich mit einem Browser auf einem anderen Computer anmelden, fügen Sie dessen letzte Adresse ein:</translation>
    </message>
    <message>
        <source>Final address in the browser</source>
        <translation>Letzte Adresse im Browser</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>From your Argo CD: Settings → Accounts → Tokens. It is kept in the keychain.</source>
        <translation>Aus Ihrem Argo CD: Settings → Accounts → Tokens. Es wird im Schlüsselbund aufbewahrt.</translation>
    </message>
    <message>
        <source>Sign in on the page that opens in your browser, then return here.</source>
        <translation>Melden Sie sich auf der Seite an, die sich im Browser öffnet, und kehren Sie dann hierher zurück.</translation>
    </message>
    <message>
        <source>Enter a user name and a password.</source>
        <translation>Geben Sie Benutzername und Passwort ein.</translation>
    </message>
    <message>
        <source>Paste a token.</source>
        <translation>Fügen Sie ein Token ein.</translation>
    </message>
    <message>
        <source>Detecting the sign-in method…</source>
        <translation>Anmeldemethode wird ermittelt…</translation>
    </message>
    <message>
        <source>Continue in your browser. This window updates automatically.</source>
        <translation>Machen Sie im Browser weiter. Dieses Fenster wird automatisch aktualisiert.</translation>
    </message>
    <message>
        <source>Enter this code on the page: %1</source>
        <translation>Geben Sie auf der Seite diesen Code ein: %1</translation>
    </message>
    <message>
        <source>Fetching the token…</source>
        <translation>Token wird abgerufen…</translation>
    </message>
</context>
<context>
    <name>lynceus::SsoFlow</name>
    <message>
        <source>Signed in. You can close this page and return to Lynceus.</source>
        <translation>Angemeldet. Sie können diese Seite schließen und zu Lynceus zurückkehren.</translation>
    </message>
    <message>
        <source>Not signed in. %1</source>
        <translation>Nicht angemeldet. %1</translation>
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
        <translation>1 Anwendung</translation>
    </message>
    <message numerus="yes">
        <source>%Ln applications</source>
        <translation>
            <numerusform>%Ln Anwendung</numerusform>
            <numerusform>%Ln Anwendungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on one instance</source>
        <translation>%1 auf einer Instanz</translation>
    </message>
    <message numerus="yes">
        <source>%1 on %n instances</source>
        <translation>
            <numerusform>%1 auf %n Instanz</numerusform>
            <numerusform>%1 auf %n Instanzen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lynceus::StoreRecovery</name>
    <message>
        <source>Set aside and start again</source>
        <translation>Beiseitelegen und neu beginnen</translation>
    </message>
    <message>
        <source>Rename the damaged store and create a new one?</source>
        <translation>Beschädigten Speicher umbenennen und einen neuen anlegen?</translation>
    </message>
    <message>
        <source>%1

Lynceus renames it, keeps it in the same folder and creates a new store with the watches that are in memory.</source>
        <translation>%1

Lynceus benennt ihn um, behält ihn im selben Ordner und legt einen neuen Speicher mit den Beobachtungen im Arbeitsspeicher an.</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Beiseitelegen</translation>
    </message>
    <message>
        <source>The damaged store was renamed to %1, and a new store was created.</source>
        <translation>Der beschädigte Speicher wurde in %1 umbenannt, und ein neuer wurde angelegt.</translation>
    </message>
</context>
<context>
    <name>lynceus::TargetModel</name>
    <message>
        <source>now %1</source>
        <translation>jetzt %1</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
</context>
<context>
    <name>lynceus::TeamServerCards</name>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Enter a token…</source>
        <translation>Token eingeben…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Token for %1</source>
        <translation>Token für %1</translation>
    </message>
    <message>
        <source>A deploy token or a JWT that the team server accepts; it is stored in the keychain</source>
        <translation>Ein Deploy-Token oder ein JWT, das der Teamserver akzeptiert; es wird im Schlüsselbund gespeichert</translation>
    </message>
    <message>
        <source>The team server accepts the token.</source>
        <translation>Der Teamserver akzeptiert das Token.</translation>
    </message>
    <message>
        <source>The team server is read without a token.</source>
        <translation>Der Teamserver wird ohne Token gelesen.</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>Name, shown beside the tasks of this team server</source>
        <translation>Name, der neben den Aufgaben dieses Teamservers steht</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>Lynceus deletes its token and no longer shows its tasks. Nothing changes on the team server.</source>
        <translation>Lynceus löscht sein Token und zeigt seine Aufgaben nicht mehr. Auf dem Teamserver ändert sich nichts.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>lynceus::TimelineTab</name>
    <message>
        <source>Loading timeline…</source>
        <translation>Zeitverlauf wird geladen…</translation>
    </message>
    <message>
        <source>The timeline could not be loaded: %1</source>
        <translation>Der Zeitverlauf konnte nicht geladen werden: %1</translation>
    </message>
    <message>
        <source>No observations yet.</source>
        <translation>Noch keine Einträge.</translation>
    </message>
    <message>
        <source>Up and Down select a line, + and − zoom, 0 shows everything.</source>
        <translation>Auf und Ab wählen eine Zeile, + und − zoomen, 0 zeigt alles.</translation>
    </message>
</context>
<context>
    <name>lynceus::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>für %1</translation>
    </message>
</context>
<context>
    <name>lynceus::TimesForm</name>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Observe for</source>
        <translation>Beobachtungszeit</translation>
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
        <translation>Ausgerollt, sobald es läuft</translation>
    </message>
    <message>
        <source>Deployed after running for 5 minutes</source>
        <translation>Ausgerollt, wenn es 5 Minuten gelaufen ist</translation>
    </message>
    <message>
        <source>Deployed after running for 30 minutes</source>
        <translation>Ausgerollt, wenn es 30 Minuten gelaufen ist</translation>
    </message>
    <message>
        <source>Times out at %1</source>
        <translation>Zeit läuft ab um %1</translation>
    </message>
    <message>
        <source>may be too short</source>
        <translation>vielleicht zu kurz</translation>
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
            <numerusform>%n weitere…</numerusform>
            <numerusform>%n weitere…</numerusform>
        </translation>
    </message>
    <message>
        <source>No watches</source>
        <translation>Keine Beobachtungen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>New watch…</source>
        <translation>Neue Beobachtung…</translation>
    </message>
    <message>
        <source>Pause all instances</source>
        <translation>Alle Instanzen pausieren</translation>
    </message>
    <message>
        <source>Resume all instances</source>
        <translation>Alle Instanzen fortsetzen</translation>
    </message>
    <message>
        <source>Unmute (muted until %1)</source>
        <translation>Stummschaltung aufheben (stumm bis %1)</translation>
    </message>
    <message>
        <source>Mute for an hour</source>
        <translation>Eine Stunde stummschalten</translation>
    </message>
    <message>
        <source>Show Lynceus</source>
        <translation>Lynceus anzeigen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>lynceus::VersionDelegate</name>
    <message>
        <source>drift</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>zurück</translation>
    </message>
</context>
<context>
    <name>lynceus::VersionsModel</name>
    <message>
        <source>behind %1</source>
        <translation>hinter %1</translation>
    </message>
    <message>
        <source>does not run here</source>
        <translation>läuft hier nicht</translation>
    </message>
    <message>
        <source>several versions</source>
        <translation>mehrere Versionen</translation>
    </message>
    <message>
        <source>synced %1 ago</source>
        <translation>Sync vor %1</translation>
    </message>
    <message>
        <source>%1 does not run in %2</source>
        <translation>%1 läuft nicht in %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>synced %1</source>
        <translation>Sync %1</translation>
    </message>
    <message>
        <source>%1 runs other versions</source>
        <translation>%1 führt andere Versionen aus</translation>
    </message>
</context>
<context>
    <name>lynceus::VersionsPage</name>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Filter services</source>
        <translation>Dienste filtern</translation>
    </message>
    <message>
        <source>Filter: shop-web project:shop health:degraded</source>
        <translation>Filter: shop-web project:shop health:degraded</translation>
    </message>
    <message>
        <source>Differing</source>
        <translation>Abweichend</translation>
    </message>
    <message>
        <source>Open the application</source>
        <translation>Anwendung öffnen</translation>
    </message>
    <message>
        <source>Show its applications</source>
        <translation>Anwendungen anzeigen</translation>
    </message>
    <message>
        <source>Show only differences, or all</source>
        <translation>Nur Abweichungen zeigen, oder alle</translation>
    </message>
    <message>
        <source>Move the column left</source>
        <translation>Spalte nach links</translation>
    </message>
    <message>
        <source>Move the column right</source>
        <translation>Spalte nach rechts</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>Als Tabelle kopieren</translation>
    </message>
    <message>
        <source>Export versions</source>
        <translation>Versionen exportieren</translation>
    </message>
    <message>
        <source>CSV for spreadsheets</source>
        <translation>CSV für Tabellenkalkulationen</translation>
    </message>
    <message>
        <source>JSON for programs</source>
        <translation>JSON für Programme</translation>
    </message>
    <message>
        <source>Only services whose versions differ between environments (D)</source>
        <translation>Nur Dienste, deren Versionen zwischen Umgebungen abweichen (D)</translation>
    </message>
    <message>
        <source>Pins are known to Applications only</source>
        <translation>Angeheftete gibt es nur unter „Anwendungen“</translation>
    </message>
    <message>
        <source>Applications without the label %1 are not shown: %2</source>
        <translation>Anwendungen ohne das Label %1 werden nicht gezeigt: %2</translation>
    </message>
    <message>
        <source>No services match the filter</source>
        <translation>Kein Dienst passt zum Filter</translation>
    </message>
    <message>
        <source>Search for part of an image name, an application name or a project.</source>
        <translation>Suchen Sie nach einem Teil eines Image-Namens, eines Anwendungsnamens oder eines Projekts.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter zurücksetzen</translation>
    </message>
    <message>
        <source>All environments run the same versions</source>
        <translation>Alle Umgebungen führen dieselben Versionen aus</translation>
    </message>
    <message>
        <source>No service differs between the environments that run it.</source>
        <translation>Kein Dienst weicht zwischen den Umgebungen ab, die ihn ausführen.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <source>No application has this label</source>
        <translation>Keine Anwendung hat dieses Label</translation>
    </message>
    <message>
        <source>Applications without the label %1 are not shown.</source>
        <translation>Anwendungen ohne das Label %1 werden nicht gezeigt.</translation>
    </message>
    <message>
        <source>One column per instance</source>
        <translation>Eine Spalte pro Instanz</translation>
    </message>
    <message>
        <source>Which version of each service runs where</source>
        <translation>Welche Version jedes Dienstes wo läuft</translation>
    </message>
    <message>
        <source>No versions yet</source>
        <translation>Noch keine Versionen</translation>
    </message>
    <message>
        <source>Images appear after an instance has responded, if its applications have pods.</source>
        <translation>Images erscheinen, sobald eine Instanz geantwortet hat, sofern ihre Anwendungen Pods haben.</translation>
    </message>
    <message>
        <source>By instance</source>
        <translation>Nach Instanz</translation>
    </message>
    <message>
        <source>By namespace</source>
        <translation>Nach Namespace</translation>
    </message>
    <message>
        <source>By cluster</source>
        <translation>Nach Cluster</translation>
    </message>
    <message>
        <source>By project</source>
        <translation>Nach Projekt</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>Nach %1</translation>
    </message>
    <message>
        <source>Columns: %1</source>
        <translation>Spalten: %1</translation>
    </message>
    <message>
        <source>What a column stands for: %1</source>
        <translation>Wofür eine Spalte steht: %1</translation>
    </message>
    <message>
        <source>A column per instance</source>
        <translation>Eine Spalte pro Instanz</translation>
    </message>
    <message>
        <source>A column per namespace</source>
        <translation>Eine Spalte pro Namespace</translation>
    </message>
    <message>
        <source>A column per cluster</source>
        <translation>Eine Spalte pro Cluster</translation>
    </message>
    <message>
        <source>A column per project</source>
        <translation>Eine Spalte pro Projekt</translation>
    </message>
    <message>
        <source>A column per value of a label</source>
        <translation>Eine Spalte pro Wert eines Labels</translation>
    </message>
    <message>
        <source>Show all applications of this service</source>
        <translation>Alle Anwendungen dieses Dienstes anzeigen</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>1 service copied as a table</source>
        <translation>1 Dienst als Tabelle kopiert</translation>
    </message>
    <message numerus="yes">
        <source>%n services copied as a table</source>
        <translation>
            <numerusform>%n Dienst als Tabelle kopiert</numerusform>
            <numerusform>%n Dienste als Tabelle kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Versions exported to %1</source>
        <translation>Versionen nach %1 exportiert</translation>
    </message>
</context>
<context>
    <name>lynceus::VersionsView</name>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Umgebungen</translation>
    </message>
</context>
<context>
    <name>lynceus::Wallboard</name>
    <message>
        <source>No watches</source>
        <translation>Keine Beobachtungen</translation>
    </message>
    <message>
        <source>Wallboard – Lynceus</source>
        <translation>Wallboard – Lynceus</translation>
    </message>
    <message>
        <source>Wallboard</source>
        <translation>Wallboard</translation>
    </message>
    <message>
        <source>The sign-in to %1 has expired: its rows are not updated.</source>
        <translation>Die Anmeldung bei %1 ist abgelaufen: die Zeilen werden nicht aktualisiert.</translation>
    </message>
    <message>
        <source>The sign-ins to %1 have expired: their rows are not updated.</source>
        <translation>Die Anmeldungen bei %1 sind abgelaufen: die Zeilen werden nicht aktualisiert.</translation>
    </message>
    <message>
        <source>1 more</source>
        <translation>1 weitere</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
</TS>
