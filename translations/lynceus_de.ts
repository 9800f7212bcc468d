<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>Tells whether a released version runs on Argo CD, and why not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>License: Apache-2.0. Icons: Lucide (ISC).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built with Qt %1 (LGPL-3.0), running on %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Lynceus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lynceus %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgeText</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Applications</name>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data age</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods %1. </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Deployments</name>
    <message>
        <source>chart %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rollback %1</source>
        <extracomment>%1 is a change: &quot;rollback 1.5.0 → 1.4.2&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 deployment behind %1 since %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n deployments behind %1 since %2</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n behind since %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deployed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>superseded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>observed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reconstructed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image updater</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applicationset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rollback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameter override</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>regressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image pull</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>crash loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>container config</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>init failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unschedulable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>readiness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>progress deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rollout aborted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hook failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sync failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sync error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comparison error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invalid spec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>admission denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>degraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image not in application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pruning needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out of sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>app deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>superseded by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto sync off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sync window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skip reconcile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not noticed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for hook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>old pods left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>controller stalled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repo unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ignored difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image rewritten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>old pod broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applicationset step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>desired state error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>permission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sync awaited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sync running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comparison awaited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision unproven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>application gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>operation failed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>a pipeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>registered %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>registered %1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>release %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto-sync is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last sync %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>project %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not readable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last sync failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is paused; its data is not updated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not signed in to %1, or your sign-in has expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not trusted or is not an Argo CD server: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The application does not exist, or your account does not have access to it. Ask your administrator for the permission “applications, get”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The application does not exist, or your account does not have access to it in project %1. Ask your administrator for the permission “applications, get”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application %2 no longer exists on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not respond: %2. Lynceus retries automatically.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The response from %1 cannot be processed: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>cannot write in %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check its permissions and the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check its permissions and the free disk space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is readable and writable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is created when needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they remain in the file; a newer version of Lynceus may be able to read them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set XDG_RUNTIME_DIR to a folder that you own with mode 0700, as a login session does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is accessible to you only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait until the port is free, or sign in with a token or a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>port %1 is free for browser sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all packages that are needed at run time are installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign in with --no-browser and open the link on any computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 opens web pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no D-Bus session bus is available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a notification service is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no notification service is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start your desktop&apos;s notification service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the panel supports tray icons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the panel does not support tray icons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no action needed: all functions are available in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check the address, the network or VPN, and the proxy (lynceus instances add --proxy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check the address and its base path; a gateway may require headers (lynceus instances add --header)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused, not contacted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server responds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not checked, because no Argo CD server responded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none (this computer, without TLS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: anyone on the network path can read the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use https</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not checked, because you are not signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no response within %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try again later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask your administrator for the permission: %1, %2/*, allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server does not report its time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the clocks of this computer and the server agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server&apos;s clock is %1 ahead of this computer&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server&apos;s clock is %1 behind this computer&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>synchronize this computer&apos;s clock: timedatectl set-ntp true; if it is synchronized, contact the server&apos;s administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: new tokens may be rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>if the server has a new certificate, accept it with: lynceus instances test NAME --pin SHA256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trust its CA (--server-crt) or exactly this certificate (--pin)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trusted by your own CA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, issued by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do not use --insecure: anyone on the network path can read the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, expired %n days ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>contact the server&apos;s administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, expires in %n days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>ask the server&apos;s administrator to renew it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argo CD %1: unknown version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is older than 2.6, the oldest supported version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some features may not work; ask for a newer Argo CD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lynceus login %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not signed in (anonymous access)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed in as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, renewed automatically</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, expires in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not renewable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server does not report whether this account can read applications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this account can read all applications</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>this account can read %n applications</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>this account can read %n applications, but not all</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>this account sees no applications: the server has none, or this account has no access to any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server does not report whether this account can read logs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this account can read logs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this account cannot read logs: failures are explained without the last log lines of a container</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this account can sync; Lynceus only reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this account cannot sync; Lynceus does not need this permission</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>%1 of %2 ready, %3 updated, %4 old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pod</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Instances</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show certificate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the address…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: this instance is not contacted, and its watches do not progress.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recent data from this instance. The data shown may be out of date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instance cannot be reached. Lynceus keeps retrying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not signed in, or your sign-in has expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token cannot be read because the keychain is locked or not available. Unlock it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server at this address is not an Argo CD server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account does not have permission to list applications.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anonymous access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed in as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>renewed automatically</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expires in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until Lynceus quits (no keychain)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 application</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln applications</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certificate pinned: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certificate of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certificate trusted by this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>single sign-on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user name and password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 responded. It does not announce a sign-in method; try a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 responded. Sign-in methods: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a token…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recent data from this team server. The tasks shown may be out of date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The team server cannot be reached. Its tasks are shown as last known; Lynceus keeps retrying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The team server needs a token to show its tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The team server rejected the token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token does not have permission to read tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token cannot be read from the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted. Remove the team server and add it again to trust it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server at this address does not respond as a team server. Lynceus keeps retrying; if the address is wrong, remove the team server and add it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>team server (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read without a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read with a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 task in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln tasks in progress</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>polled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 responded: a team server. Its tasks can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 responded: a team server. It needs a token to show its tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 responded: a team server. Its tasks cannot be read now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Watching %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is failing on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs attention on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is deployed on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 timed out on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was superseded on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was deleted from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be observed on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: sign-in to %2 needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n deployed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n timed out</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n superseded</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n aborted</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sign-in needed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failing</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for you</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Watching release %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in needed on several instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n instances are unreachable</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is reachable again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n instances are reachable again</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>sign-in to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n instances need attention</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Lynceus keeps running in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watches continue. Use the tray menu to open the window or to quit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Lynceus window could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lynceus test notification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lynceus notifies you here when a release is deployed or has failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extend 10 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failing (early warning)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention (waits for you)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be observed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instance unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instance reachable again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>failing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Child watches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, after %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pod</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence, observed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lifted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watched: pods and manifests were checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>observed: from the application&apos;s sync status, health and images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reconstructed: read afterwards from the application&apos;s history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2: %3</source>
        <comment>application, instance, outcome</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in Argo CD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of 1 deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>of %n deployments</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2 (%3)</source>
        <comment>from, until, time zone</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commit by %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sync started (%1)</source>
        <comment>by whom</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The team server %1 watched this deployment; the times below are its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No watch followed this deployment; the times below come from the application.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The newest %n; the numbers count all.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Deployments over time, most in one bar: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period before: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2. %3</source>
        <comment>outcome, time, cause</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n not restored</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Deployments per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployments that run, divided by the days of the period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lead time, median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the commit until the version runs, without rollbacks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lead time, 90 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nine of ten deployments were not slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change failure share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployments that failed, timed out or were rolled back, of those that were judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to restore, median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of 1 outage</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>of %n outages</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>From a failed deployment until a later one of the application runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All deployments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by Lynceus at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployments over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None.</source>
        <comment>no failures</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <comment>one of the four numbers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResourceTree</name>
    <message>
        <source>hook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to be pruned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>orphaned</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n older without pods</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 in namespace %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n containers ready</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n pods ready</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n restarts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>age %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageMark</name>
    <message>
        <source>working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noticed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rolling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StateMark</name>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aborted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>polling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign-in needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keychain locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not an Argo CD server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, then </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n failing</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blocked</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in progress</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unseen, with a failure</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unseen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>no watches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>muted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lynceus: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>the application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is still running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not healthy yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not scheduled yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is creating its containers or pulling images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is running but not ready yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is starting (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no new pod yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has %2 of %3 new pods; the next one has not been created yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is scaled to 0 replicas: judged by its manifest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 starts pods only on its schedule: judged by its manifest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has completed and its pods were removed: judged by its manifest and health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the application has no workloads: judged by its sync status and health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the application has no workloads of its own: the applications that it manages are not judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has succeeded and was then deleted: judged by its success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 uses the image but has no pods: judged by its manifest and health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pods of %1 are not visible to this account: judged by its health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs the image in the cluster, but the desired image in git is %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 keeps another image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 keeps %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: the application ignores this difference (ignoreDifferences)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: the application ignores differences in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 replaces a pod only after it is deleted (update strategy OnDelete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 keeps the old version on its pods below ordinal %2 (partition %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the update strategy of %1 keeps old pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the expected version was deployed before, Argo CD now compares with %1, and nothing proves that this includes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the expected version was applied, but Argo CD now compares with %1, which is not applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tag is that of one of several sources since before the watch began, so it proves nothing about the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argo CD compares with %1, and nothing proves that this includes the expected version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ApplicationSet %1 has not reached the step of this application: it waits for application %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the ApplicationSet has not reached the step of this application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ApplicationSet %1 has not reached the step of this application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto-sync is off, and the application was rolled back to an older deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto-sync is off and the application is out of sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sync window blocks syncs until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sync window blocks syncs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is suspended (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an annotation makes Argo CD skip this application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argo CD has not noticed the expected version yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argo CD has not noticed the image yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an operation for another revision is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sync has not reached this wave yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sync is waiting for %1 in an earlier wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sync is waiting for a hook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is healthy, but pods of the old version remain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the Argo CD application controller does not process the refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argo CD cannot read the repository</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the new pods of %1 run another image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the new pods of %1 run %2 instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no longer in git, pruning is off, and its pods still run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argo CD cannot render the desired state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the instance does not respond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the token is missing, expired or rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this account does not have all required permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data received since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data received for a while</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the old version is not ready, and Kubernetes waits for it before updating other pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no child applications yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has not been created yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the application is out of sync, and Argo CD has not started a sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sync is still running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argo CD has not compared the application again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sync it manually, or enable auto-sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto-sync tries each commit only once; sync manually</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>find out why it was rolled back before you sync it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check how its ApplicationSet syncs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commit this image to git if it is meant to stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait until it ends, or ask your administrator to change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promote or resume it, or accept it with --accept-suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resume it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove the annotation argocd.argoproj.io/skip-reconcile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it checks git every few minutes; make sure that the commit is pushed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait until it ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check the update strategy and why the old pods remain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>continue the update as this workload requires; the old pods are kept on purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask your Argo CD administrator to check the application controller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check the repository&apos;s address and credentials in Argo CD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the image where it is managed, or remove the field from ignoreDifferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watch the image reference that the pods use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>if this is a registry mirror, use --registry-proxy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check this pod: the rollout continues when it is ready or deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check the applications in the earlier steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prune it in Argo CD if it is no longer needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fix the manifests or their parameters in git</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check the network and the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask your administrator for access to this application (applications, get)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check the name, and that this account has access to the application once it is created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check the application&apos;s history, or expect the revision that Argo CD compares with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was already running when the watch started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is suspended, which was accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 keeps 1 old pod for a while</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 keeps %2 old pods for a while</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 came first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fails, but is not part of this release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the desired state in git has another version; the next sync applies it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the desired state in git has %1; the next sync applies it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tag of %1 can be moved: only a digest identifies the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name %1 can be moved: only a commit identifies the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was applied after the expected version and is running now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no operation applied the version: Argo CD found nothing to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this account cannot read logs in project %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of 1 pod runs the new version</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n pods run the new version</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for Argo CD to notice the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noticed, not applied yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied, waiting for new pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rolling out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running, bake time not over yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running and stable</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n pods</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>stable for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replaced by a newer watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The team server waits for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n deployed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deadline passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended %1, after %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in progress for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1, %2 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deadline passed, waiting for the last observation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot pull %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 crashed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 crashed, 1 restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 keeps crashing, %n restarts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>hook %1 failed, attempt %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hook %1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no manifest of %1 uses %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; it manages other applications, watch %2 instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was parsed as an image name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; did you mean %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; its images are %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was replaced by another version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was rolled back to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was replaced by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed after it had been running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot start its container</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot start because an init container fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot start because init container %2 fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be scheduled on any node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot mount a volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot create pods because a quota is exceeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs but does not become ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 exceeded its progress deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was aborted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sync of %1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sync of %1 could not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argo CD cannot compare the application with git</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the application spec is invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cluster rejected %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is degraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be watched with its children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was removed from git but not pruned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is out of sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not exist, or this account does not have access to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the registry limits pulls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the registry&apos;s certificate is not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not built for the node&apos;s platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invalid image name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not on the node, and its pull policy is Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>access denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the registry cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pod …%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pod %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image cannot be pulled: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image not found: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image cannot be pulled (%1): %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crashed, 1 restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Keeps crashing, %n restarts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Init container fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Init container %1 fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Container cannot start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be scheduled on any node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume cannot be mounted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quota exceeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs but does not become ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for Argo CD to notice %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argo CD has noticed %1 but not applied it yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is applied, waiting for new pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is rolling out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is running, the bake time is not over yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is running and stable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be observed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the release failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not deployed in time: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign in to %1: the token is missing, expired or rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the watch was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n new pods ready</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 old pod is still serving</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n old pods are still serving</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 old pod is not ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n old pods are not ready</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deployed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>superseded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aborted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign-in needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not noticed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noticed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rolling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>application %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chart version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the next version</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WatchPlan</name>
    <message>
        <source>already runs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto-sync is off, sync manually</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sync window closed until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sync window closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argo CD skips it (annotation)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this tag can be moved: only a digest identifies the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs no image now: enter the full image reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>15 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median %1, 90th percentile %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 application</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n applications</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n instances</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2, as selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No applications are known yet: sign in to an instance first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste an image, or type part of the name of an image or application.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No application uses %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2 match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2 runs %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2 run %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>the first %n are shown, type more to narrow the list</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lynceus::AddInstanceDialog</name>
    <message>
        <source>For: %1
Issued by: %2
Valid: %3 – %4
SHA-256: %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the address of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not needed if tasks can be read without a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address of the Argo CD server or the team server, as in your browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address of the Argo CD server, as in your browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacting %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s configured URL is %1. Single sign-on uses that URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its tasks appear on the board and in Deployments, marked with its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address redirects to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1 instead? No data was sent to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1 instead? No data was sent to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use that address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the browser, with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a user name and a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sign-in (anonymous access)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::Announcer</name>
    <message>
        <source>%1 on %2: %3. %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::ApplicationsModel</name>
    <message>
        <source>%1, pinned</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::ApplicationsPage</name>
    <message>
        <source>Applications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter applications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: health:degraded instance:prod image:shop-web</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch these applications as one release (W)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch this application (W)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No applications match the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter hides 1 application.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The filter hides all %Ln applications.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All applications of your Argo CD instances in one table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading applications…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No applications visible yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No applications yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applications appear after an instance has responded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No applications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your instances have no applications, or your accounts do not have access to any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in Argo CD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin or unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where does this run?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on %1 only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hides %2: clear it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::ApplicationsView</name>
    <message>
        <source>Applications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::ArrangeButton</name>
    <message>
        <source>Group by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grouped by %1, sorted by %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::BoardActions</name>
    <message>
        <source>New watch…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New watch from the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extend by 10 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extend by 1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze for 1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share this watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I&apos;m on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in Argo CD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I&apos;m no longer on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on the team server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extended by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snoozed for %1, or until its state changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are no longer on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismissed; still available on the team server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismissed; still listed in Deployments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report copied as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link copied; it opens New watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n links copied</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lynceus::BoardModel</name>
    <message>
        <source>Without a release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without an environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::BoardView</name>
    <message>
        <source>Releases</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::DeploymentChart</name>
    <message>
        <source>Deployments over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::DeploymentsModel</name>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>observed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reconstructed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>release %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>began %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::DeploymentsPage</name>
    <message>
        <source>Deployments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter deployments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: outcome:failed project:shop actor:ann</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read what is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in Argo CD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is known of the deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, the newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lynceus lists the deployments that it observes, and earlier ones from the history of each application.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployments could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Then restart Lynceus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No deployments in the selected bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selected bar limits the list to a part of the period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No deployments match the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter hides all %1 deployments of this period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every deployment, registered or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No deployments in this period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No deployments yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No instance of yours has this application; the team server watches it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instance was removed, so its address is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report copied as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV for spreadsheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON for programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTML report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV of the verdicts of watches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON of watches with their evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export deployments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watches exported to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployments exported to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::DeploymentsView</name>
    <message>
        <source>Deployments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::DesktopIntegration</name>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit Lynceus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watches are still running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A background service can keep watching and notify you. Otherwise watches stop until Lynceus starts again. Settings can change this later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep watching in the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::DetailBanner</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::DetailHeader</name>
    <message>
        <source>Copy &amp;report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Argo CD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Extend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extend the deadline by 10 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a Markdown report for a chat or an issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team &amp;server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on the team server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in Argo CD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the task&apos;s page on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the application&apos;s page in Argo CD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I&apos;m on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show others that you are no longer working on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show others that you are working on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::DetailPane</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data from %1. None of your instances has this application.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This team server was removed from Lynceus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This instance was removed from Lynceus. Only stored data is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data shown may be out of date: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::DiagnosticsDialog</name>
    <message>
        <source>Checking this computer and each instance…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checks did not run: the program lynceus was not found. Install it beside this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checks did not run: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Lynceus found. For a bug report, run lynceus doctor --bundle FILE in a terminal.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::EmptyBoard</name>
    <message>
        <source>See the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens a second window with simulated instances. Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No watches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the image that your pipeline pushed. Lynceus finds the applications that use it and notifies you when the new version runs, or which pod fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add your Argo CD instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lynceus needs its address and your sign-in, as the argocd CLI does. Then paste an image here, and Lynceus notifies you when it runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import 1 context from the argocd CLI</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Import %n contexts from the argocd CLI</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lynceus::EnvironmentsEditor</name>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Violet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Olive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indigo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environments are labels such as dev, staging and production. The board shows and groups applications by them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values, first match counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of environment %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour of environment %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What environment %1 applies to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values of environment %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separated by commas; * stands for any characters. A label is written as KEY=VALUE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move environment %1 up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move environment %1 down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove environment %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::EventsModel</name>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::EventsTab</name>
    <message>
        <source>Message of the selected event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events of %1 and of the application, newest first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events of the application, newest first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events could not be loaded: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading events…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No events%1. Kubernetes deletes events after an hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> of %1 or of the application</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::EvidenceTab</name>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the evidence as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::ExpectationForm</name>
    <message>
        <source>Expect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for an application that does not exist yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch the applications of an app of apps or an ApplicationSet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pods run this image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This commit or tag was applied and runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version of the Helm chart was applied and runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next version after the running or desired one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shop-web, or namespace/shop-web</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commit or tag, for example 3f2a1b0 or v1.5.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example 1.5.2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the name of the application.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the instance on which it will be created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose its instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the complete image reference with its version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the version to expect.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::FilterField</name>
    <message>
        <source>Number of items shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::FindButton</name>
    <message>
        <source>Find applications, watches and commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find applications, watches and commands   %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find   %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::FollowDialog</name>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observe for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter of the applications to follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example project:shop instance:prod</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all news</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ilter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notify of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each new version of the applications that match is watched automatically.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 application matches now. Each of its new versions is watched automatically.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln applications match now. Each of their new versions is watched automatically.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There is a rule named %1. Use another name, or remove that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No follow rules yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow rules; the oldest that matches an application counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::FreshnessStrip</name>
    <message>
        <source>No instances</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::HelpWindow</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::ImportDialog</name>
    <message>
        <source>already added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign in after import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import contexts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the default location of the argocd CLI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration of the argocd CLI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contexts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds the contexts of the argocd CLI as instances. The CLI&apos;s configuration file is not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file contains no contexts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::InlineBar</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::InstanceBadge</name>
    <message>
        <source>Instance %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::InstanceCard</name>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::InstanceRights</name>
    <message>
        <source>checking permissions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>permissions could not be checked: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::InstanceStatusModel</name>
    <message>
        <source>%1: %2, data %3 old</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::InstancesPage</name>
    <message>
        <source>No instance matches the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import contexts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by name or address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No instances yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an instance with the address that you use in the browser, or import contexts from the argocd CLI. Lynceus has read-only access and does not change anything in Argo CD. A team server (lynceus serve or an Argo Watcher) is added in the same way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keychain is available. The token is discarded when Lynceus quits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the address…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trusted by this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For: %1
Issued by: %2
SHA-256: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin this certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin this certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, used before the colon as in staging:shop-web</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its tokens are deleted and its running watches are cancelled. History is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::KeyField</name>
    <message>
        <source>Press the new shortcut. Backspace clears it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default shortcut of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset to default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::KeychainCheck</name>
    <message>
        <source>entries can be stored and removed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::KeychainProbe</name>
    <message>
        <source>values stored in the keychain cannot be read back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values stored in the keychain cannot be removed: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::ListPage</name>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an instance with the address that you use in the browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::LogText</name>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::LogsTab</name>
    <message>
        <source>No pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading containers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Containers could not be loaded: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading log…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The container ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The container ended without output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account does not have access to the logs of this application.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account does not have access to logs in project %1. Ask your administrator for the permission “logs, get”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log stopped: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Before the last restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wrap lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pod</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Container</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 new line</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n new lines</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lynceus::LoopbackListener</name>
    <message>
        <source>Return to Lynceus to see whether the sign-in succeeded. You can close this page.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::MainWindow</name>
    <message>
        <source>Lynceus demo (simulated data)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Releases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is connected. Next, choose an application or an image, and watch its release.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch a release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New watch…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the current list or tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch between list and details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group and sort the board…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wallboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an instance…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry all instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow rules…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import contexts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnostics…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Lynceus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch an image until it runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch an image until it runs (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watch for %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo could not be started. Run lynceus demo in a terminal.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::ManifestTab</name>
    <message>
        <source>Select a resource on the Resources tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the manifest of %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manifest of %1 could not be loaded: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;manifest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no manifest: it no longer exists, or Argo CD does not manage it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, live. It is not in git; it was created by something other than Argo CD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, as defined in git. It does not exist in the cluster yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no differences between live and git.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: 1 difference from live (−) to git (+).</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %n differences from live (−) to git (+).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With status and &amp;managed fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live manifest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manifest in git</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous difference (Shift+F8)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next difference (F8)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::NewWatchDialog</name>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notify me when this image runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image or application, for example ghcr.io/acme/shop-web:1.5.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image reference or application name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applications that use this image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equivalent command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the equivalent command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Watch %n applications</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lynceus watches the applications that it manages as one release.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This application is watched as soon as it is created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enter one version for all applications, or one for each: shop-web:1.5.0 orders:2.0.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add a version after a colon, or select one that is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>select the applications to watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version, for example 1.5.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version of the selected applications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No instance has been added yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an instance…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No applications are known yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data of these instances may be out of date or incomplete: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::NoteDialog</name>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What others should know about this release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown on the board, in the detail, in reports and in exports.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::NotificationMatrix</name>
    <message>
        <source>Notification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In quiet hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notification: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In quiet hours: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notification tell banner sound quiet hours night mute silence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::NumberStrip</name>
    <message>
        <source>%1: %2 %3
%4
Period before: %5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::Palette</name>
    <message>
        <source>Find applications, watches and commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Palette</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::PeriodStrip</name>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployments per day or hour; select a bar to list only its deployments</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::PreferencesDialog</name>
    <message>
        <source>System time zone (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No matching settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>15 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the working day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timeout time limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observe for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bake time guard default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep watching in the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When you quit while watches are running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exit close background service daemon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notify me when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further notifications are combined into one summary. Failures are always shown by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximum notifications in 10 minutes, without failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit budget summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send test notification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that notifications are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold notifications not ticked above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet hours every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>night mute silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of quiet hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of quiet hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When you sign in to this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Lynceus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>autostart login boot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of Lynceus (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings and instances, without secrets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backup save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings exported on another computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backup restore load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings imported. Sign in to the new instances.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings imported, except: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not imported: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark light colours mode look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>density height compact comfortable look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left to right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right to left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mirror rtl ltr arabic hebrew language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a time zone; use a name such as Europe/Berlin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used in the window, in notifications and in copied reports. CSV and JSON exports always use UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time zone clock UTC local hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>environment stage production staging label colour namespace project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older verdicts, and verdicts above the size limit, are deleted at startup and once a day. Running watches are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retention age size store forget disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep verdicts for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximum size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcut scheme: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all shortcuts to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shortcut reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shortcut key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window opens again in this language. The command line is in English.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language translation locale english</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::ReleasesPage</name>
    <message>
        <source>Application, instance, project, version or release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No watch matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n watches</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Share on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not shared: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is shared on %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop watching %1 on %2? The rollout in Argo CD is not affected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Stop watching %n applications? The rollouts in Argo CD are not affected.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep watching</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::ResourceView</name>
    <message>
        <source>Resources</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::ResourcesTab</name>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by kind, name, health, image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter resources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where does this run?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading resources…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This application has no resources.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No resource matches “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::ServicesHeader</name>
    <message>
        <source>Services</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::ShortcutRegistry</name>
    <message>
        <source>“%1” is not a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is already used by “%2”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a shortcut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::Sidebar</name>
    <message>
        <source>Screens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instances and the age of their data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lynceus demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated instances, and a week of simulated deployments. Nothing here is real.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, one needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n need attention</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lynceus::SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the browser (single sign-on)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a user name and a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you sign in with a browser on another computer, paste the address that it shows at the end:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final address in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From your Argo CD: Settings → Accounts → Tokens. It is kept in the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in on the page that opens in your browser, then return here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a user name and a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detecting the sign-in method…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue in your browser. This window updates automatically.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter this code on the page: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching the token…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::SsoFlow</name>
    <message>
        <source>Not signed in. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in. You can close this page and return to Lynceus.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::StatusLine</name>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 application</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln applications</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on one instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 on %n instances</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lynceus::StoreRecovery</name>
    <message>
        <source>Set aside and start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the damaged store and create a new one?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1

Lynceus renames it, keeps it in the same folder and creates a new store with the watches that it knows now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The damaged store was renamed to %1, and a new store was created.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::TargetModel</name>
    <message>
        <source>now %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::TeamServerCards</name>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a token…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A deploy token or a JWT that the team server accepts; it is stored in the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The team server accepts the token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The team server is read without a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, shown beside the tasks of this team server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lynceus no longer shows its tasks and deletes its token. Nothing changes on the team server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::TimelineTab</name>
    <message>
        <source>Loading timeline…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The timeline could not be loaded: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No observations yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up and Down select a line, + and − zoom, 0 shows everything.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::TimesForm</name>
    <message>
        <source>Deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observe for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployed as soon as it runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployed after running for 5 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployed after running for 30 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times out at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may be too short</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::Tray</name>
    <message>
        <source>%1 %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No watches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New watch…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause all instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume all instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unmute (muted until %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute for an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Lynceus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::VersionDelegate</name>
    <message>
        <source>drift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>behind</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::VersionsModel</name>
    <message>
        <source>behind %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not run here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>synced %1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not run in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>synced %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs other versions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::VersionsPage</name>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: shop-web project:shop health:degraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its applications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only differences, or all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the column left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the column right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV for spreadsheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON for programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only services whose versions differ between environments (D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pins are known to Applications only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applications without the label %1 are not shown: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No services match the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for part of an image name, an application name or a project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All environments run the same versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No service differs between the environments that run it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No application has this label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applications without the label %1 are not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One column per instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which version of each service runs where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No versions yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images appear after an instance has responded, if its applications have pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a column stands for: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A column per instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A column per namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A column per cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A column per project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A column per value of a label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all applications of this service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 service copied as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n services copied as a table</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Versions exported to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::VersionsView</name>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environments</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lynceus::Wallboard</name>
    <message>
        <source>No watches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wallboard – Lynceus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wallboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-in to %1 has expired: its rows are not updated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-ins to %1 have expired: their rows are not updated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
