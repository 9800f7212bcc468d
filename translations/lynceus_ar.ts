<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>Tells whether a released version runs on Argo CD, and why not.</source>
        <translation>يبيّن هل يعمل إصدار منشور على Argo CD، وسبب عدم عمله.</translation>
    </message>
    <message>
        <source>License: Apache-2.0. Icons: Lucide (ISC).</source>
        <translation>الترخيص: Apache-2.0. الأيقونات: Lucide (ISC).</translation>
    </message>
    <message>
        <source>Built with Qt %1 (LGPL-3.0), running on %2.</source>
        <translation>مبني باستخدام Qt %1 (LGPL-3.0)، ويعمل على %2.</translation>
    </message>
    <message>
        <source>About Lynceus</source>
        <translation>حول Lynceus</translation>
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
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 س</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 ي</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>منذ %1</translation>
    </message>
</context>
<context>
    <name>Applications</name>
    <message>
        <source>now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>failed %1</source>
        <translation>فشل %1</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>التطبيق</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>المثيل</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>المشروع</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>الصحة</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>الصور</translation>
    </message>
    <message>
        <source>Last sync</source>
        <translation>آخر مزامنة</translation>
    </message>
    <message>
        <source>Data age</source>
        <translation>عمر البيانات</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>several</source>
        <translation>عدة</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 على %2</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>بواسطة %1</translation>
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
        <translation>المراجعة %1</translation>
    </message>
    <message>
        <source>rollback %1</source>
        <extracomment>%1 is a change: &quot;rollback 1.5.0 → 1.4.2&quot;</extracomment>
        <translation>تراجع %1</translation>
    </message>
    <message>
        <source>1 deployment behind %1 since %2</source>
        <translation>متأخر بعملية نشر واحدة عن %1 منذ %2</translation>
    </message>
    <message numerus="yes">
        <source>%n deployments behind %1 since %2</source>
        <translation>
            <numerusform>غير متأخر عن %1 منذ %2</numerusform>
            <numerusform>متأخر بعملية نشر واحدة عن %1 منذ %2</numerusform>
            <numerusform>متأخر بعمليتَي نشر عن %1 منذ %2</numerusform>
            <numerusform>متأخر بـ %n عمليات نشر عن %1 منذ %2</numerusform>
            <numerusform>متأخر بـ %n عملية نشر عن %1 منذ %2</numerusform>
            <numerusform>متأخر بـ %n عملية نشر عن %1 منذ %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n behind since %1</source>
        <translation>
            <numerusform>لا متأخر منذ %1</numerusform>
            <numerusform>واحد متأخر منذ %1</numerusform>
            <numerusform>اثنان متأخران منذ %1</numerusform>
            <numerusform>%n متأخرة منذ %1</numerusform>
            <numerusform>%n متأخرًا منذ %1</numerusform>
            <numerusform>%n متأخر منذ %1</numerusform>
        </translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>قيد التنفيذ</translation>
    </message>
    <message>
        <source>deployed</source>
        <translation>تم نشره</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>فشل</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>انتهت المهلة</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation>حلّ محلّه آخر</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>watched</source>
        <translation>مُراقَب</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>مرصود</translation>
    </message>
    <message>
        <source>reconstructed</source>
        <translation>معاد بناؤه</translation>
    </message>
    <message>
        <source>user</source>
        <translation>مستخدم</translation>
    </message>
    <message>
        <source>automated</source>
        <translation>تلقائي</translation>
    </message>
    <message>
        <source>image updater</source>
        <translation>محدّث الصور</translation>
    </message>
    <message>
        <source>applicationset</source>
        <translation>ApplicationSet</translation>
    </message>
    <message>
        <source>rollback</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>parameter override</source>
        <translation>تجاوز معامل</translation>
    </message>
    <message>
        <source>regressed</source>
        <translation>فشل بعد عمله</translation>
    </message>
    <message>
        <source>image pull</source>
        <translation>سحب الصورة</translation>
    </message>
    <message>
        <source>crash loop</source>
        <translation>انهيار متكرر</translation>
    </message>
    <message>
        <source>container config</source>
        <translation>إعداد الحاوية</translation>
    </message>
    <message>
        <source>init failed</source>
        <translation>فشل init</translation>
    </message>
    <message>
        <source>unschedulable</source>
        <translation>تعذّرت الجدولة</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>وحدة التخزين</translation>
    </message>
    <message>
        <source>quota</source>
        <translation>الحصة</translation>
    </message>
    <message>
        <source>readiness</source>
        <translation>الجاهزية</translation>
    </message>
    <message>
        <source>progress deadline</source>
        <translation>مهلة التقدّم</translation>
    </message>
    <message>
        <source>rollout aborted</source>
        <translation>أُجهض الطرح</translation>
    </message>
    <message>
        <source>hook failed</source>
        <translation>فشل hook</translation>
    </message>
    <message>
        <source>sync failed</source>
        <translation>فشلت المزامنة</translation>
    </message>
    <message>
        <source>sync error</source>
        <translation>خطأ مزامنة</translation>
    </message>
    <message>
        <source>comparison error</source>
        <translation>خطأ مقارنة</translation>
    </message>
    <message>
        <source>invalid spec</source>
        <translation>مواصفة غير صالحة</translation>
    </message>
    <message>
        <source>admission denied</source>
        <translation>رُفض القبول</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>Degraded</translation>
    </message>
    <message>
        <source>image not in application</source>
        <translation>الصورة ليست في التطبيق</translation>
    </message>
    <message>
        <source>children</source>
        <translation>التطبيقات الفرعية</translation>
    </message>
    <message>
        <source>pruning needed</source>
        <translation>يلزم prune</translation>
    </message>
    <message>
        <source>out of sync</source>
        <translation>OutOfSync</translation>
    </message>
    <message>
        <source>app deleted</source>
        <translation>حُذف التطبيق</translation>
    </message>
    <message>
        <source>superseded by</source>
        <translation>حلّ محلّه</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>تم التراجع عنه</translation>
    </message>
    <message>
        <source>auto sync off</source>
        <translation>المزامنة التلقائية متوقفة</translation>
    </message>
    <message>
        <source>sync window</source>
        <translation>نافذة المزامنة</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>معلّق</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>skip reconcile</source>
        <translation>تخطّي reconcile</translation>
    </message>
    <message>
        <source>not noticed</source>
        <translation>لم يُلاحَظ</translation>
    </message>
    <message>
        <source>other operation</source>
        <translation>عملية أخرى</translation>
    </message>
    <message>
        <source>waiting for wave</source>
        <translation>بانتظار wave</translation>
    </message>
    <message>
        <source>waiting for hook</source>
        <translation>بانتظار hook</translation>
    </message>
    <message>
        <source>old pods left</source>
        <translation>بقيت Pods قديمة</translation>
    </message>
    <message>
        <source>controller stalled</source>
        <translation>المتحكّم متوقف</translation>
    </message>
    <message>
        <source>repo unreachable</source>
        <translation>المستودع غير متاح</translation>
    </message>
    <message>
        <source>ignored difference</source>
        <translation>فرق متجاهَل</translation>
    </message>
    <message>
        <source>image rewritten</source>
        <translation>الصورة مُعاد كتابتها</translation>
    </message>
    <message>
        <source>update strategy</source>
        <translation>استراتيجية التحديث</translation>
    </message>
    <message>
        <source>old pod broken</source>
        <translation>Pod قديم معطّل</translation>
    </message>
    <message>
        <source>applicationset step</source>
        <translation>خطوة ApplicationSet</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>قيد البدء</translation>
    </message>
    <message>
        <source>not created</source>
        <translation>لم يُنشأ</translation>
    </message>
    <message>
        <source>desired state error</source>
        <translation>خطأ في الحالة المطلوبة</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>غير متاح</translation>
    </message>
    <message>
        <source>sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>permission</source>
        <translation>الإذن</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>قديم</translation>
    </message>
    <message>
        <source>sync awaited</source>
        <translation>بانتظار المزامنة</translation>
    </message>
    <message>
        <source>sync running</source>
        <translation>المزامنة جارية</translation>
    </message>
    <message>
        <source>comparison awaited</source>
        <translation>بانتظار المقارنة</translation>
    </message>
    <message>
        <source>revision unproven</source>
        <translation>مراجعة غير مثبتة</translation>
    </message>
    <message>
        <source>application gone</source>
        <translation>التطبيق لم يعد موجودًا</translation>
    </message>
    <message>
        <source>operation failed</source>
        <translation>فشلت العملية</translation>
    </message>
    <message>
        <source>images unproven</source>
        <translation>صور غير مثبتة</translation>
    </message>
    <message>
        <source>not healthy</source>
        <translation>غير سليم</translation>
    </message>
    <message>
        <source>newer deployment</source>
        <translation>نشر أحدث</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>a pipeline</source>
        <translation>خط أنابيب</translation>
    </message>
    <message>
        <source>registered %1</source>
        <translation>سُجّل %1</translation>
    </message>
    <message>
        <source>registered %1 by %2</source>
        <translation>سُجّل %1 بواسطة %2</translation>
    </message>
    <message>
        <source>release %1</source>
        <translation>الإصدار %1</translation>
    </message>
    <message>
        <source>auto-sync is off</source>
        <translation>المزامنة التلقائية متوقفة</translation>
    </message>
    <message>
        <source>last sync %1</source>
        <translation>آخر مزامنة %1</translation>
    </message>
    <message>
        <source>project %1</source>
        <translation>المشروع %1</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>غير قابل للقراءة</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>قيد التحميل</translation>
    </message>
    <message>
        <source>The last sync failed: %1</source>
        <translation>فشلت آخر مزامنة: %1</translation>
    </message>
    <message>
        <source>%1 is paused; its data is not updated.</source>
        <translation>%1 متوقف مؤقتًا؛ بياناته لا تُحدَّث.</translation>
    </message>
    <message>
        <source>You are not signed in to %1, or your sign-in has expired.</source>
        <translation>لم يُسجَّل الدخول إلى %1، أو انتهت صلاحية تسجيل الدخول.</translation>
    </message>
    <message>
        <source>%1 is not trusted or is not an Argo CD server: %2.</source>
        <translation>%1 غير موثوق أو ليس خادم Argo CD: %2.</translation>
    </message>
    <message>
        <source>The application does not exist, or your account does not have access to it. Ask your administrator for the permission “applications, get”.</source>
        <translation>التطبيق غير موجود، أو لا يملك الحساب صلاحية الوصول إليه. اطلب من المسؤول الإذن «applications, get».</translation>
    </message>
    <message>
        <source>The application does not exist, or your account does not have access to it in project %1. Ask your administrator for the permission “applications, get”.</source>
        <translation>التطبيق غير موجود، أو لا يملك الحساب صلاحية الوصول إليه في المشروع %1. اطلب من المسؤول الإذن «applications, get».</translation>
    </message>
    <message>
        <source>Application %2 no longer exists on %1.</source>
        <translation>التطبيق %2 لم يعد موجودًا على %1.</translation>
    </message>
    <message>
        <source>%1 does not respond: %2. Lynceus retries automatically.</source>
        <translation>%1 لا يستجيب: %2. يعيد Lynceus المحاولة تلقائيًا.</translation>
    </message>
    <message>
        <source>The response from %1 cannot be processed: %2.</source>
        <translation>تتعذّر معالجة استجابة %1: %2.</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>ask your administrator for the permission: %1, %2/*, allow</source>
        <translation>اطلب من المسؤول الإذن: %1, %2/*, allow</translation>
    </message>
    <message>
        <source>the server does not report its time</source>
        <translation>لا يبلّغ الخادم عن وقته</translation>
    </message>
    <message>
        <source>the server&apos;s clock is %1 ahead of this computer&apos;s</source>
        <translation>ساعة الخادم متقدمة بمقدار %1 على ساعة هذا الحاسوب</translation>
    </message>
    <message>
        <source>the server&apos;s clock is %1 behind this computer&apos;s</source>
        <translation>ساعة الخادم متأخرة بمقدار %1 عن ساعة هذا الحاسوب</translation>
    </message>
    <message>
        <source>synchronize this computer&apos;s clock: timedatectl set-ntp true; if it is synchronized, contact the server&apos;s administrator</source>
        <translation>زامن ساعة هذا الحاسوب: timedatectl set-ntp true؛ وإن كانت متزامنة، فتواصل مع مسؤول الخادم</translation>
    </message>
    <message>
        <source>%1: new tokens may be rejected</source>
        <translation>%1: قد تُرفض الرموز المميّزة الجديدة</translation>
    </message>
    <message>
        <source>if the server has a new certificate, accept it with: lynceus instances test NAME --pin SHA256</source>
        <translation>إن كانت للخادم شهادة جديدة، فاقبلها بالأمر: lynceus instances test NAME --pin SHA256</translation>
    </message>
    <message>
        <source>trust its CA (--server-crt) or exactly this certificate (--pin)</source>
        <translation>ثق بسلطة التصديق (--server-crt) أو بهذه الشهادة تحديدًا (--pin)</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>لم يُفحص</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>مثبّتة</translation>
    </message>
    <message>
        <source>trusted by your own CA</source>
        <translation>موثوقة لدى CA الخاصة بك</translation>
    </message>
    <message>
        <source>trusted</source>
        <translation>موثوقة</translation>
    </message>
    <message>
        <source>%1, issued by %2</source>
        <translation>%1، أصدرها %2</translation>
    </message>
    <message>
        <source>do not use --insecure: anyone on the network path can read the token</source>
        <translation>لا تستخدم --insecure: يستطيع أي طرف على مسار الشبكة قراءة الرمز المميّز</translation>
    </message>
    <message numerus="yes">
        <source>%1, expired %n days ago</source>
        <translation>
            <numerusform>%1، انتهت صلاحيتها اليوم</numerusform>
            <numerusform>%1، انتهت صلاحيتها قبل يوم واحد</numerusform>
            <numerusform>%1، انتهت صلاحيتها قبل يومين</numerusform>
            <numerusform>%1، انتهت صلاحيتها قبل %n أيام</numerusform>
            <numerusform>%1، انتهت صلاحيتها قبل %n يومًا</numerusform>
            <numerusform>%1، انتهت صلاحيتها قبل %n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>contact the server&apos;s administrator</source>
        <translation>تواصل مع مسؤول الخادم</translation>
    </message>
    <message numerus="yes">
        <source>%1, expires in %n days</source>
        <translation>
            <numerusform>%1، تنتهي صلاحيتها اليوم</numerusform>
            <numerusform>%1، تنتهي صلاحيتها خلال يوم واحد</numerusform>
            <numerusform>%1، تنتهي صلاحيتها خلال يومين</numerusform>
            <numerusform>%1، تنتهي صلاحيتها خلال %n أيام</numerusform>
            <numerusform>%1، تنتهي صلاحيتها خلال %n يومًا</numerusform>
            <numerusform>%1، تنتهي صلاحيتها خلال %n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>ask the server&apos;s administrator to renew it</source>
        <translation>اطلب من مسؤول الخادم تجديدها</translation>
    </message>
    <message>
        <source>Argo CD %1: unknown version</source>
        <translation>Argo CD %1: إصدار غير معروف</translation>
    </message>
    <message>
        <source>%1 is older than 2.6, the oldest supported version</source>
        <translation>%1 أقدم من 2.6، أقدم إصدار مدعوم</translation>
    </message>
    <message>
        <source>some features may not work; ask for a newer Argo CD</source>
        <translation>قد لا تعمل بعض الميزات؛ اطلب إصدارًا أحدث من Argo CD</translation>
    </message>
    <message>
        <source>lynceus login %1</source>
        <translation>lynceus login %1</translation>
    </message>
    <message>
        <source>not signed in (anonymous access)</source>
        <translation>لم يُسجَّل الدخول (وصول مجهول)</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>لم يُسجَّل الدخول</translation>
    </message>
    <message>
        <source>signed in as %1</source>
        <translation>تم تسجيل الدخول باسم %1</translation>
    </message>
    <message>
        <source>%1, renewed automatically</source>
        <translation>%1، يُجدَّد تلقائيًا</translation>
    </message>
    <message>
        <source>%1, expires in %2</source>
        <translation>%1، تنتهي صلاحيته خلال %2</translation>
    </message>
    <message>
        <source>%1, not renewable</source>
        <translation>%1، غير قابل للتجديد</translation>
    </message>
    <message>
        <source>the server does not report whether this account can read applications</source>
        <translation>لا يبلّغ الخادم هل يستطيع هذا الحساب قراءة التطبيقات</translation>
    </message>
    <message>
        <source>this account can read all applications</source>
        <translation>يستطيع هذا الحساب قراءة كل التطبيقات</translation>
    </message>
    <message numerus="yes">
        <source>this account can read %n applications</source>
        <translation>
            <numerusform>لا يستطيع هذا الحساب قراءة أي تطبيق</numerusform>
            <numerusform>يستطيع هذا الحساب قراءة تطبيق واحد</numerusform>
            <numerusform>يستطيع هذا الحساب قراءة تطبيقين</numerusform>
            <numerusform>يستطيع هذا الحساب قراءة %n تطبيقات</numerusform>
            <numerusform>يستطيع هذا الحساب قراءة %n تطبيقًا</numerusform>
            <numerusform>يستطيع هذا الحساب قراءة %n تطبيق</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>this account can read %n applications, but not all</source>
        <translation>
            <numerusform>لا يستطيع هذا الحساب قراءة أي تطبيق</numerusform>
            <numerusform>يستطيع هذا الحساب قراءة تطبيق واحد، لا الكل</numerusform>
            <numerusform>يستطيع هذا الحساب قراءة تطبيقين، لا الكل</numerusform>
            <numerusform>يستطيع هذا الحساب قراءة %n تطبيقات، لا الكل</numerusform>
            <numerusform>يستطيع هذا الحساب قراءة %n تطبيقًا، لا الكل</numerusform>
            <numerusform>يستطيع هذا الحساب قراءة %n تطبيق، لا الكل</numerusform>
        </translation>
    </message>
    <message>
        <source>this account sees no applications: the server has none, or this account has no access to any</source>
        <translation>لا يرى هذا الحساب أي تطبيق: ليس لدى الخادم تطبيقات، أو لا يملك هذا الحساب الوصول إلى أي منها</translation>
    </message>
    <message>
        <source>the server does not report whether this account can read logs</source>
        <translation>لا يبلّغ الخادم هل يستطيع هذا الحساب قراءة السجلات</translation>
    </message>
    <message>
        <source>this account can read logs</source>
        <translation>يستطيع هذا الحساب قراءة السجلات</translation>
    </message>
    <message>
        <source>this account cannot read logs: failures are explained without the last log lines of a container</source>
        <translation>لا يستطيع هذا الحساب قراءة السجلات: تُشرح حالات الفشل دون آخر أسطر سجل الحاوية</translation>
    </message>
    <message>
        <source>this account can sync; Lynceus only reads</source>
        <translation>يستطيع هذا الحساب المزامنة؛ وLynceus يقرأ فقط</translation>
    </message>
    <message>
        <source>this account cannot sync; Lynceus does not need this permission</source>
        <translation>لا يستطيع هذا الحساب المزامنة؛ ولا يحتاج Lynceus إلى هذا الإذن</translation>
    </message>
    <message>
        <source>this computer&apos;s clock matches the server&apos;s clock</source>
        <translation>ساعة هذا الحاسوب مطابقة لساعة الخادم</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message>
        <source>%1 d</source>
        <translation>%1 ي</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 س</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ملي ث</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>%1 of %2 ready, %3 updated, %4 old</source>
        <translation>%1 من %2 جاهز، %3 محدَّث، %4 قديم</translation>
    </message>
    <message>
        <source>Workloads</source>
        <translation>أحمال العمل</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>حمل العمل</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>الصور</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>الصحة</translation>
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
        <translation>ملاحظات</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>المرحلة</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>المتوقع</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>وقت الرصد</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>وقت الحكم</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>المراجعة</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>This evidence is incomplete. The page of the task on the team server shows all of it.</source>
        <translation>هذه الأدلة غير مكتملة. تعرضها صفحة المهمة على خادم الفريق كاملة.</translation>
    </message>
    <message>
        <source>Last log lines of pod %1</source>
        <translation>آخر أسطر سجل Pod %1</translation>
    </message>
</context>
<context>
    <name>Instances</name>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>تسجيل الدخول…</translation>
    </message>
    <message>
        <source>Show certificate…</source>
        <translation>عرض الشهادة…</translation>
    </message>
    <message>
        <source>Change the address…</source>
        <translation>تغيير العنوان…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>استئناف</translation>
    </message>
    <message>
        <source>Paused: this instance is not contacted, and its watches do not progress.</source>
        <translation>متوقف مؤقتًا: لا يُتصل بهذا المثيل، ولا تتقدّم مراقباته.</translation>
    </message>
    <message>
        <source>No recent data from this instance. The data shown may be out of date.</source>
        <translation>لا بيانات حديثة من هذا المثيل. قد تكون البيانات المعروضة قديمة.</translation>
    </message>
    <message>
        <source>The instance cannot be reached. Lynceus keeps retrying.</source>
        <translation>يتعذّر الوصول إلى المثيل. يواصل Lynceus المحاولة.</translation>
    </message>
    <message>
        <source>You are not signed in, or your sign-in has expired.</source>
        <translation>لم يُسجَّل الدخول، أو انتهت صلاحية تسجيل الدخول.</translation>
    </message>
    <message>
        <source>The token cannot be read because the keychain is locked or not available. Unlock it, then try again.</source>
        <translation>تتعذّر قراءة الرمز المميّز لأن سلسلة المفاتيح مقفلة أو غير متاحة. افتحها، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted.</source>
        <translation>شهادة الخادم غير موثوقة.</translation>
    </message>
    <message>
        <source>The server at this address is not an Argo CD server.</source>
        <translation>الخادم في هذا العنوان ليس خادم Argo CD.</translation>
    </message>
    <message>
        <source>This account does not have permission to list applications.</source>
        <translation>لا يملك هذا الحساب إذن سرد التطبيقات.</translation>
    </message>
    <message>
        <source>anonymous access</source>
        <translation>وصول مجهول</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>لم يُسجَّل الدخول</translation>
    </message>
    <message>
        <source>signed in as %1</source>
        <translation>تم تسجيل الدخول باسم %1</translation>
    </message>
    <message>
        <source>renewed automatically</source>
        <translation>يُجدَّد تلقائيًا</translation>
    </message>
    <message>
        <source>expires in %1</source>
        <translation>تنتهي صلاحيته خلال %1</translation>
    </message>
    <message>
        <source>until Lynceus quits (no keychain)</source>
        <translation>حتى إنهاء Lynceus (لا سلسلة مفاتيح)</translation>
    </message>
    <message>
        <source>1 application</source>
        <translation>تطبيق واحد</translation>
    </message>
    <message numerus="yes">
        <source>%Ln applications</source>
        <translation>
            <numerusform>لا تطبيقات</numerusform>
            <numerusform>تطبيق واحد</numerusform>
            <numerusform>تطبيقان</numerusform>
            <numerusform>%Ln تطبيقات</numerusform>
            <numerusform>%Ln تطبيقًا</numerusform>
            <numerusform>%Ln تطبيق</numerusform>
        </translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation>شهادة غير موثوقة</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>غير مشفّر</translation>
    </message>
    <message>
        <source>certificate pinned: %1</source>
        <translation>شهادة مثبّتة: %1</translation>
    </message>
    <message>
        <source>certificate of %1</source>
        <translation>شهادة %1</translation>
    </message>
    <message>
        <source>certificate trusted by this computer</source>
        <translation>شهادة موثوقة لدى هذا الحاسوب</translation>
    </message>
    <message>
        <source>single sign-on</source>
        <translation>الدخول الموحّد</translation>
    </message>
    <message>
        <source>user name and password</source>
        <translation>اسم مستخدم وكلمة مرور</translation>
    </message>
    <message>
        <source>%1 responded. It does not announce a sign-in method; try a token.</source>
        <translation>استجاب %1. لا يعلن طريقة لتسجيل الدخول؛ جرّب رمزًا مميّزًا.</translation>
    </message>
    <message>
        <source>%1 responded. Sign-in methods: %2.</source>
        <translation>استجاب %1. طرق تسجيل الدخول: %2.</translation>
    </message>
    <message>
        <source>Enter a token…</source>
        <translation>إدخال رمز مميّز…</translation>
    </message>
    <message>
        <source>No recent data from this team server. The tasks shown may be out of date.</source>
        <translation>لا بيانات حديثة من خادم الفريق هذا. قد تكون المهام المعروضة قديمة.</translation>
    </message>
    <message>
        <source>The team server cannot be reached. Its tasks are shown as last known; Lynceus keeps retrying.</source>
        <translation>يتعذّر الوصول إلى خادم الفريق. تظهر مهامه بآخر حالة معروفة؛ ويواصل Lynceus المحاولة.</translation>
    </message>
    <message>
        <source>The team server needs a token to show its tasks.</source>
        <translation>يحتاج خادم الفريق إلى رمز مميّز لعرض مهامه.</translation>
    </message>
    <message>
        <source>The team server rejected the token.</source>
        <translation>رفض خادم الفريق الرمز المميّز.</translation>
    </message>
    <message>
        <source>The token does not have permission to read tasks.</source>
        <translation>لا يملك الرمز المميّز إذن قراءة المهام.</translation>
    </message>
    <message>
        <source>The token cannot be read from the keychain.</source>
        <translation>تتعذّر قراءة الرمز المميّز من سلسلة المفاتيح.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted. Remove the team server and add it again to trust it.</source>
        <translation>شهادة الخادم غير موثوقة. للوثوق بها، أزل خادم الفريق وأضفه من جديد.</translation>
    </message>
    <message>
        <source>The server at this address does not respond as a team server. Lynceus keeps retrying; if the address is wrong, remove the team server and add it again.</source>
        <translation>الخادم في هذا العنوان لا يستجيب كخادم فريق. يواصل Lynceus المحاولة؛ إن كان العنوان خاطئًا، فأزل خادم الفريق وأضفه من جديد.</translation>
    </message>
    <message>
        <source>team server (%1)</source>
        <translation>خادم الفريق (%1)</translation>
    </message>
    <message>
        <source>read without a token</source>
        <translation>يُقرأ دون رمز مميّز</translation>
    </message>
    <message>
        <source>read with a token</source>
        <translation>يُقرأ برمز مميّز</translation>
    </message>
    <message>
        <source>1 task in progress</source>
        <translation>مهمة واحدة قيد التنفيذ</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tasks in progress</source>
        <translation>
            <numerusform>لا مهام قيد التنفيذ</numerusform>
            <numerusform>مهمة واحدة قيد التنفيذ</numerusform>
            <numerusform>مهمتان قيد التنفيذ</numerusform>
            <numerusform>%Ln مهام قيد التنفيذ</numerusform>
            <numerusform>%Ln مهمة قيد التنفيذ</numerusform>
            <numerusform>%Ln مهمة قيد التنفيذ</numerusform>
        </translation>
    </message>
    <message>
        <source>polled</source>
        <translation>استطلاع دوري</translation>
    </message>
    <message>
        <source>%1 responded: a team server. Its tasks can be read.</source>
        <translation>استجاب %1: خادم فريق. يمكن قراءة مهامه.</translation>
    </message>
    <message>
        <source>%1 responded: a team server. It needs a token to show its tasks.</source>
        <translation>استجاب %1: خادم فريق. يحتاج إلى رمز مميّز لعرض مهامه.</translation>
    </message>
    <message>
        <source>%1 responded: a team server. Its tasks cannot be read now.</source>
        <translation>استجاب %1: خادم فريق. تتعذّر قراءة مهامه الآن.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 ولا شيء غيره</numerusform>
            <numerusform>%1 وواحد آخر</numerusform>
            <numerusform>%1 واثنان آخران</numerusform>
            <numerusform>%1 و%n أخرى</numerusform>
            <numerusform>%1 و%n غيره</numerusform>
            <numerusform>%1 و%n غيره</numerusform>
        </translation>
    </message>
    <message>
        <source>Watching %1 on %2</source>
        <translation>مراقبة %1 على %2</translation>
    </message>
    <message>
        <source>%1 is failing on %2</source>
        <translation>%1 يتعثّر على %2</translation>
    </message>
    <message>
        <source>%1 needs attention on %2</source>
        <translation>%1 يحتاج إلى انتباه على %2</translation>
    </message>
    <message>
        <source>%1 is deployed on %2</source>
        <translation>تم نشر %1 على %2</translation>
    </message>
    <message>
        <source>%1 failed on %2</source>
        <translation>فشل %1 على %2</translation>
    </message>
    <message>
        <source>%1 timed out on %2</source>
        <translation>انتهت مهلة %1 على %2</translation>
    </message>
    <message>
        <source>%1 was superseded on %2</source>
        <translation>حلّ آخر محلّ %1 على %2</translation>
    </message>
    <message>
        <source>%1 was deleted from %2</source>
        <translation>حُذف %1 من %2</translation>
    </message>
    <message>
        <source>%1 could not be observed on %2</source>
        <translation>تعذّر رصد %1 على %2</translation>
    </message>
    <message>
        <source>%1: sign-in to %2 needed</source>
        <translation>%1: يلزم تسجيل الدخول إلى %2</translation>
    </message>
    <message numerus="yes">
        <source>%n deployed</source>
        <translation>
            <numerusform>لم يُنشر أي شيء</numerusform>
            <numerusform>تم نشر واحد</numerusform>
            <numerusform>تم نشر اثنين</numerusform>
            <numerusform>تم نشر %n</numerusform>
            <numerusform>تم نشر %n</numerusform>
            <numerusform>تم نشر %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>لم يفشل أي شيء</numerusform>
            <numerusform>فشل واحد</numerusform>
            <numerusform>فشل اثنان</numerusform>
            <numerusform>فشل %n</numerusform>
            <numerusform>فشل %n</numerusform>
            <numerusform>فشل %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n timed out</source>
        <translation>
            <numerusform>لم تنته أي مهلة</numerusform>
            <numerusform>انتهت مهلة واحد</numerusform>
            <numerusform>انتهت مهلة اثنين</numerusform>
            <numerusform>انتهت مهلة %n</numerusform>
            <numerusform>انتهت مهلة %n</numerusform>
            <numerusform>انتهت مهلة %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n superseded</source>
        <translation>
            <numerusform>لم يُستبدل شيء</numerusform>
            <numerusform>حلّ آخر محلّ واحد</numerusform>
            <numerusform>حلّ آخر محلّ اثنين</numerusform>
            <numerusform>حلّ آخر محلّ %n</numerusform>
            <numerusform>حلّ آخر محلّ %n</numerusform>
            <numerusform>حلّ آخر محلّ %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n aborted</source>
        <translation>
            <numerusform>لم يُجهض شيء</numerusform>
            <numerusform>أُجهض واحد</numerusform>
            <numerusform>أُجهض اثنان</numerusform>
            <numerusform>أُجهض %n</numerusform>
            <numerusform>أُجهض %n</numerusform>
            <numerusform>أُجهض %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone</source>
        <translation>
            <numerusform>لم يختف شيء</numerusform>
            <numerusform>اختفى واحد</numerusform>
            <numerusform>اختفى اثنان</numerusform>
            <numerusform>اختفى %n</numerusform>
            <numerusform>اختفى %n</numerusform>
            <numerusform>اختفى %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sign-in needed</source>
        <translation>
            <numerusform>لا يلزم تسجيل دخول</numerusform>
            <numerusform>يلزم تسجيل دخول واحد</numerusform>
            <numerusform>يلزم تسجيلا دخول</numerusform>
            <numerusform>يلزم %n تسجيلات دخول</numerusform>
            <numerusform>يلزم %n تسجيل دخول</numerusform>
            <numerusform>يلزم %n تسجيل دخول</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>لم يُلغ شيء</numerusform>
            <numerusform>أُلغي واحد</numerusform>
            <numerusform>أُلغي اثنان</numerusform>
            <numerusform>أُلغي %n</numerusform>
            <numerusform>أُلغي %n</numerusform>
            <numerusform>أُلغي %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failing</source>
        <translation>
            <numerusform>لا شيء يتعثّر</numerusform>
            <numerusform>واحد يتعثّر</numerusform>
            <numerusform>اثنان يتعثّران</numerusform>
            <numerusform>%n تتعثّر</numerusform>
            <numerusform>%n تتعثّر</numerusform>
            <numerusform>%n تتعثّر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for you</source>
        <translation>
            <numerusform>لا شيء بانتظارك</numerusform>
            <numerusform>واحد بانتظارك</numerusform>
            <numerusform>اثنان بانتظارك</numerusform>
            <numerusform>%n بانتظارك</numerusform>
            <numerusform>%n بانتظارك</numerusform>
            <numerusform>%n بانتظارك</numerusform>
        </translation>
    </message>
    <message>
        <source>Watching release %1</source>
        <translation>مراقبة الإصدار %1</translation>
    </message>
    <message>
        <source>Release %1: %2</source>
        <translation>الإصدار %1: %2</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>تسجيل الدخول إلى %1</translation>
    </message>
    <message>
        <source>Sign-in needed on several instances</source>
        <translation>يلزم تسجيل الدخول إلى عدة مثيلات</translation>
    </message>
    <message>
        <source>%1 is unreachable</source>
        <translation>%1 غير متاح</translation>
    </message>
    <message numerus="yes">
        <source>%n instances are unreachable</source>
        <translation>
            <numerusform>لا مثيلات غير متاحة</numerusform>
            <numerusform>مثيل واحد غير متاح</numerusform>
            <numerusform>مثيلان غير متاحين</numerusform>
            <numerusform>%n مثيلات غير متاحة</numerusform>
            <numerusform>%n مثيلًا غير متاح</numerusform>
            <numerusform>%n مثيل غير متاح</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is reachable again</source>
        <translation>%1 متاح من جديد</translation>
    </message>
    <message numerus="yes">
        <source>%n instances are reachable again</source>
        <translation>
            <numerusform>لا مثيلات متاحة من جديد</numerusform>
            <numerusform>مثيل واحد متاح من جديد</numerusform>
            <numerusform>مثيلان متاحان من جديد</numerusform>
            <numerusform>%n مثيلات متاحة من جديد</numerusform>
            <numerusform>%n مثيلًا متاحًا من جديد</numerusform>
            <numerusform>%n مثيل متاح من جديد</numerusform>
        </translation>
    </message>
    <message>
        <source>sign-in to %1</source>
        <translation>تسجيل الدخول إلى %1</translation>
    </message>
    <message numerus="yes">
        <source>%n instances need attention</source>
        <translation>
            <numerusform>لا مثيل يحتاج إلى انتباه</numerusform>
            <numerusform>مثيل واحد يحتاج إلى انتباه</numerusform>
            <numerusform>مثيلان يحتاجان إلى انتباه</numerusform>
            <numerusform>%n مثيلات تحتاج إلى انتباه</numerusform>
            <numerusform>%n مثيلًا يحتاج إلى انتباه</numerusform>
            <numerusform>%n مثيل يحتاج إلى انتباه</numerusform>
        </translation>
    </message>
    <message>
        <source>Lynceus keeps running in the tray</source>
        <translation>يواصل Lynceus العمل في علبة النظام</translation>
    </message>
    <message>
        <source>Watches continue. Use the tray menu to open the window or to quit.</source>
        <translation>تستمر المراقبات. يمكن فتح النافذة أو الإنهاء من قائمة علبة النظام.</translation>
    </message>
    <message>
        <source>The Lynceus window could not be opened</source>
        <translation>تعذّر فتح نافذة Lynceus</translation>
    </message>
    <message>
        <source>Lynceus test notification</source>
        <translation>إشعار تجريبي من Lynceus</translation>
    </message>
    <message>
        <source>Lynceus notifies you here when a release is deployed or has failed.</source>
        <translation>هنا تظهر إشعارات Lynceus عند نشر إصدار أو فشله.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Extend 10 min</source>
        <translation>تمديد 10 د</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>تأجيل</translation>
    </message>
    <message>
        <source>Copy cause</source>
        <translation>نسخ السبب</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>بدأ</translation>
    </message>
    <message>
        <source>Failing (early warning)</source>
        <translation>يتعثّر (إنذار مبكر)</translation>
    </message>
    <message>
        <source>Needs attention (waits for you)</source>
        <translation>يحتاج إلى انتباه (بانتظارك)</translation>
    </message>
    <message>
        <source>Deployed</source>
        <translation>تم نشره</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>فشل</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>انتهت المهلة</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>حلّ محلّه آخر</translation>
    </message>
    <message>
        <source>Application deleted</source>
        <translation>حُذف التطبيق</translation>
    </message>
    <message>
        <source>Could not be observed</source>
        <translation>تعذّر رصده</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>يلزم تسجيل الدخول</translation>
    </message>
    <message>
        <source>Instance unreachable</source>
        <translation>المثيل غير متاح</translation>
    </message>
    <message>
        <source>Instance reachable again</source>
        <translation>المثيل متاح من جديد</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>موافق</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>failing</source>
        <translation>يتعثّر</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>المعلومة</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>التطبيق</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>المتوقع</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>Child watches</source>
        <translation>المراقبات الفرعية</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>وقت التسجيل</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>الموعد النهائي</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>وقت الحكم</translation>
    </message>
    <message>
        <source>%1, after %2</source>
        <translation>%1، بعد %2</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>المراحل</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>المراجعة</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>On it</source>
        <translation>يتولّى الأمر</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Server message</source>
        <translation>رسالة الخادم</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>العائق</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>العلاج</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>حمل العمل</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>الصور</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>جاهز</translation>
    </message>
    <message>
        <source>New</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>قديم</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>الصحة</translation>
    </message>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>العلّة</translation>
    </message>
    <message>
        <source>Evidence, observed %1</source>
        <translation>الأدلة، رُصدت %1</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>ملاحظات</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>مرحلة</translation>
    </message>
    <message>
        <source>operation</source>
        <translation>عملية</translation>
    </message>
    <message>
        <source>resource</source>
        <translation>مورد</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>عائق</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>سبب</translation>
    </message>
    <message>
        <source>access</source>
        <translation>وصول</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>نتيجة</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>What</source>
        <translation>الحدث</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>المورد</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>lifted</source>
        <translation>أُزيل العائق</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>المخطط الزمني</translation>
    </message>
    <message>
        <source>watched: pods and manifests were checked</source>
        <translation>مُراقَب: فُحصت Pods وmanifests</translation>
    </message>
    <message>
        <source>observed: from the application&apos;s sync status, health and images</source>
        <translation>مرصود: من حالة sync للتطبيق وصحته وصوره</translation>
    </message>
    <message>
        <source>reconstructed: read afterwards from the application&apos;s history</source>
        <translation>معاد بناؤه: قُرئ لاحقًا من تاريخ التطبيق</translation>
    </message>
    <message>
        <source>%1 on %2: %3</source>
        <comment>application, instance, outcome</comment>
        <translation>%1 على %2: %3</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>التغيير</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>المشروع</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>بدأه</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>المؤلّف</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>النهاية</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>استغرق</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>الإثبات</translation>
    </message>
    <message>
        <source>Follow rule</source>
        <translation>قاعدة متابعة</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>المراقبة</translation>
    </message>
    <message>
        <source>Open in Argo CD</source>
        <translation>فتح في Argo CD</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>المنفّذ</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>of 1 deployment</source>
        <translation>من عملية نشر واحدة</translation>
    </message>
    <message numerus="yes">
        <source>of %n deployments</source>
        <translation>
            <numerusform>لا عمليات نشر</numerusform>
            <numerusform>من عملية نشر واحدة</numerusform>
            <numerusform>من عمليتَي نشر</numerusform>
            <numerusform>من %n عمليات نشر</numerusform>
            <numerusform>من %n عملية نشر</numerusform>
            <numerusform>من %n عملية نشر</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2 (%3)</source>
        <comment>from, until, time zone</comment>
        <translation>من %1 إلى %2 (%3)</translation>
    </message>
    <message>
        <source>commit by %1: %2</source>
        <translation>commit بواسطة %1: %2</translation>
    </message>
    <message>
        <source>sync started (%1)</source>
        <comment>by whom</comment>
        <translation>بدأت المزامنة (%1)</translation>
    </message>
    <message>
        <source>The team server %1 watched this deployment; the times below are its own.</source>
        <translation>راقب خادم الفريق %1 هذا النشر؛ والأوقات أدناه أوقاته.</translation>
    </message>
    <message>
        <source>No watch followed this deployment; the times below come from the application.</source>
        <translation>لم تتابع أي مراقبة هذا النشر؛ والأوقات أدناه من التطبيق.</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n; the numbers count all.</source>
        <translation>
            <numerusform>لا عمليات نشر؛ والأرقام تشمل الكل.</numerusform>
            <numerusform>أحدث عملية؛ والأرقام تشمل الكل.</numerusform>
            <numerusform>أحدث عمليتين؛ والأرقام تشمل الكل.</numerusform>
            <numerusform>أحدث %n عمليات؛ والأرقام تشمل الكل.</numerusform>
            <numerusform>أحدث %n عملية؛ والأرقام تشمل الكل.</numerusform>
            <numerusform>أحدث %n عملية؛ والأرقام تشمل الكل.</numerusform>
        </translation>
    </message>
    <message>
        <source>Deployments over time, most in one bar: %1</source>
        <translation>عمليات النشر عبر الزمن، الأكثر في عمود واحد: %1</translation>
    </message>
    <message>
        <source>Period before: %1</source>
        <translation>الفترة السابقة: %1</translation>
    </message>
    <message>
        <source>%1 at %2. %3</source>
        <comment>outcome, time, cause</comment>
        <translation>%1 في %2. %3</translation>
    </message>
    <message numerus="yes">
        <source>%n not restored</source>
        <translation>
            <numerusform>لا شيء لم يُستعد</numerusform>
            <numerusform>واحد لم يُستعد</numerusform>
            <numerusform>اثنان لم يُستعادا</numerusform>
            <numerusform>%n لم تُستعد</numerusform>
            <numerusform>%n لم تُستعد</numerusform>
            <numerusform>%n لم تُستعد</numerusform>
        </translation>
    </message>
    <message>
        <source>Deployments per day</source>
        <translation>عمليات النشر يوميًا</translation>
    </message>
    <message>
        <source>Deployments that run, divided by the days of the period.</source>
        <translation>عمليات النشر العاملة مقسومةً على أيام الفترة.</translation>
    </message>
    <message>
        <source>Lead time, median</source>
        <translation>زمن التسليم، الوسيط</translation>
    </message>
    <message>
        <source>From the commit until the version runs, without rollbacks.</source>
        <translation>من الـ commit حتى عمل الإصدار، دون عمليات التراجع.</translation>
    </message>
    <message>
        <source>Lead time, 90 %</source>
        <translation>زمن التسليم، 90 %</translation>
    </message>
    <message>
        <source>Nine of ten deployments were not slower.</source>
        <translation>تسع من كل عشر عمليات نشر لم تكن أبطأ.</translation>
    </message>
    <message>
        <source>Change failure share</source>
        <translation>نسبة فشل التغييرات</translation>
    </message>
    <message>
        <source>Deployments that failed, timed out or were rolled back, of those that were judged.</source>
        <translation>عمليات النشر التي فشلت أو انتهت مهلتها أو تم التراجع عنها، من بين ما صدر فيه حكم.</translation>
    </message>
    <message>
        <source>Time to restore, median</source>
        <translation>زمن الاستعادة، الوسيط</translation>
    </message>
    <message>
        <source>of 1 outage</source>
        <translation>من انقطاع واحد</translation>
    </message>
    <message numerus="yes">
        <source>of %n outages</source>
        <translation>
            <numerusform>لا انقطاعات</numerusform>
            <numerusform>من انقطاع واحد</numerusform>
            <numerusform>من انقطاعين</numerusform>
            <numerusform>من %n انقطاعات</numerusform>
            <numerusform>من %n انقطاعًا</numerusform>
            <numerusform>من %n انقطاع</numerusform>
        </translation>
    </message>
    <message>
        <source>From a failed deployment until a later one of the application runs.</source>
        <translation>من نشر فاشل حتى يعمل نشر لاحق للتطبيق.</translation>
    </message>
    <message>
        <source>All deployments</source>
        <translation>كل عمليات النشر</translation>
    </message>
    <message>
        <source>Made by Lynceus at %1.</source>
        <translation>أنشأه Lynceus في %1.</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>عمليات النشر</translation>
    </message>
    <message>
        <source>Deployments over time</source>
        <translation>عمليات النشر عبر الزمن</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>حالات الفشل</translation>
    </message>
    <message>
        <source>None.</source>
        <comment>no failures</comment>
        <translation>لا شيء.</translation>
    </message>
    <message>
        <source>Number</source>
        <comment>one of the four numbers</comment>
        <translation>المؤشر</translation>
    </message>
    <message>
        <source>Period before</source>
        <translation>الفترة السابقة</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>العيّنات</translation>
    </message>
    <message>
        <source>Applications with the most deployments</source>
        <translation>التطبيقات الأكثر نشرًا</translation>
    </message>
    <message numerus="yes">
        <source>Of the newest %n deployments.</source>
        <translation>
            <numerusform>من دون عمليات نشر.</numerusform>
            <numerusform>من أحدث عملية نشر.</numerusform>
            <numerusform>من أحدث عمليتي نشر.</numerusform>
            <numerusform>من أحدث %n عمليات نشر.</numerusform>
            <numerusform>من أحدث %n عملية نشر.</numerusform>
            <numerusform>من أحدث %n عملية نشر.</numerusform>
        </translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>المنطقة الزمنية</translation>
    </message>
    <message>
        <source>en</source>
        <comment>language code</comment>
        <extracomment>The code of this catalogue&apos;s language, such as &quot;de&quot;. It goes into the attribute &quot;lang&quot; of reports.</extracomment>
        <translation>ar</translation>
    </message>
    <message>
        <source>Last log lines of pod %1</source>
        <translation>آخر أسطر سجل Pod %1</translation>
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
        <translation>سيُزال (prune)</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>المورد</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>الصحة</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>الصورة</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>جاهز</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>إعادات التشغيل</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>العمر</translation>
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
        <translation>المراجعة %1</translation>
    </message>
    <message>
        <source>orphaned</source>
        <translation>يتيم</translation>
    </message>
    <message numerus="yes">
        <source>%n older without pods</source>
        <translation>
            <numerusform>لا أقدم دون Pods</numerusform>
            <numerusform>واحد أقدم دون Pods</numerusform>
            <numerusform>اثنان أقدم دون Pods</numerusform>
            <numerusform>%n أقدم دون Pods</numerusform>
            <numerusform>%n أقدم دون Pods</numerusform>
            <numerusform>%n أقدم دون Pods</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 in namespace %3</source>
        <translation>%1 %2 في مساحة الأسماء %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n containers ready</source>
        <translation>
            <numerusform>%1 من لا حاويات جاهزة</numerusform>
            <numerusform>%1 من حاوية واحدة جاهز</numerusform>
            <numerusform>%1 من حاويتين جاهز</numerusform>
            <numerusform>%1 من %n حاويات جاهزة</numerusform>
            <numerusform>%1 من %n حاوية جاهزة</numerusform>
            <numerusform>%1 من %n حاوية جاهزة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n pods ready</source>
        <translation>
            <numerusform>%1 من %n Pods جاهزة</numerusform>
            <numerusform>%1 من %n Pod جاهز</numerusform>
            <numerusform>%1 من %n Pods جاهز</numerusform>
            <numerusform>%1 من %n Pods جاهزة</numerusform>
            <numerusform>%1 من %n Pods جاهزة</numerusform>
            <numerusform>%1 من %n Pods جاهزة</numerusform>
        </translation>
    </message>
    <message>
        <source>1 restart</source>
        <translation>إعادة تشغيل واحدة</translation>
    </message>
    <message numerus="yes">
        <source>%n restarts</source>
        <translation>
            <numerusform>دون إعادة تشغيل</numerusform>
            <numerusform>إعادة تشغيل واحدة</numerusform>
            <numerusform>إعادتا تشغيل</numerusform>
            <numerusform>%n إعادات تشغيل</numerusform>
            <numerusform>%n إعادة تشغيل</numerusform>
            <numerusform>%n إعادة تشغيل</numerusform>
        </translation>
    </message>
    <message>
        <source>age %1</source>
        <translation>العمر %1</translation>
    </message>
</context>
<context>
    <name>Separator</name>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>; </source>
        <translation>؛ </translation>
    </message>
</context>
<context>
    <name>StageMark</name>
    <message>
        <source>working</source>
        <translation>قيد العمل</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>أمامه عائق</translation>
    </message>
    <message>
        <source>failing</source>
        <translation>يتعثّر</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>Noticed</source>
        <translation>لوحظ</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>طُبّق</translation>
    </message>
    <message>
        <source>Rolling</source>
        <translation>قيد الطرح</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>يعمل</translation>
    </message>
    <message>
        <source>Stable</source>
        <translation>مستقر</translation>
    </message>
</context>
<context>
    <name>StateMark</name>
    <message>
        <source>In progress</source>
        <translation>قيد التنفيذ</translation>
    </message>
    <message>
        <source>Deployed</source>
        <translation>تم نشره</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>فشل</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>انتهت المهلة</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>حلّ محلّه آخر</translation>
    </message>
    <message>
        <source>Aborted</source>
        <translation>أُجهض</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>اختفى</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>يلزم تسجيل الدخول</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>أُلغي</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Syncing</translation>
    </message>
    <message>
        <source>Terminating</source>
        <translation>Terminating</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>يتعثّر</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>أمامه عائق</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>جارٍ الاتصال</translation>
    </message>
    <message>
        <source>live</source>
        <translation>مباشر</translation>
    </message>
    <message>
        <source>polling</source>
        <translation>استطلاع دوري</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>قديم</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>غير متاح</translation>
    </message>
    <message>
        <source>sign-in needed</source>
        <translation>يلزم تسجيل الدخول</translation>
    </message>
    <message>
        <source>keychain locked</source>
        <translation>سلسلة المفاتيح مقفلة</translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation>شهادة غير موثوقة</translation>
    </message>
    <message>
        <source>not an Argo CD server</source>
        <translation>ليس خادم Argo CD</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>غير مسموح</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Sync</source>
        <translation>المزامنة</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>أمامه عائق</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>يتعثّر</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>غير قابل للقراءة</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 لمدة %2</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>اختفى</translation>
    </message>
    <message>
        <source>, then </source>
        <translation>، ثم </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n failing</source>
        <translation>
            <numerusform>لا شيء يتعثّر</numerusform>
            <numerusform>واحد يتعثّر</numerusform>
            <numerusform>اثنان يتعثّران</numerusform>
            <numerusform>%n تتعثّر</numerusform>
            <numerusform>%n تتعثّر</numerusform>
            <numerusform>%n تتعثّر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blocked</source>
        <translation>
            <numerusform>لا شيء أمامه عائق</numerusform>
            <numerusform>واحد أمامه عائق</numerusform>
            <numerusform>اثنان أمامهما عائق</numerusform>
            <numerusform>%n أمامها عائق</numerusform>
            <numerusform>%n أمامها عائق</numerusform>
            <numerusform>%n أمامها عائق</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in progress</source>
        <translation>
            <numerusform>لا شيء قيد التنفيذ</numerusform>
            <numerusform>واحد قيد التنفيذ</numerusform>
            <numerusform>اثنان قيد التنفيذ</numerusform>
            <numerusform>%n قيد التنفيذ</numerusform>
            <numerusform>%n قيد التنفيذ</numerusform>
            <numerusform>%n قيد التنفيذ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unseen, with a failure</source>
        <translation>
            <numerusform>لا جديد لم يُشاهَد، مع فشل</numerusform>
            <numerusform>واحد لم يُشاهَد، مع فشل</numerusform>
            <numerusform>اثنان لم يُشاهَدا، مع فشل</numerusform>
            <numerusform>%n لم تُشاهَد، مع فشل</numerusform>
            <numerusform>%n لم تُشاهَد، مع فشل</numerusform>
            <numerusform>%n لم تُشاهَد، مع فشل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unseen</source>
        <translation>
            <numerusform>لا جديد لم يُشاهَد</numerusform>
            <numerusform>واحد لم يُشاهَد</numerusform>
            <numerusform>اثنان لم يُشاهَدا</numerusform>
            <numerusform>%n لم تُشاهَد</numerusform>
            <numerusform>%n لم تُشاهَد</numerusform>
            <numerusform>%n لم تُشاهَد</numerusform>
        </translation>
    </message>
    <message>
        <source>no watches</source>
        <translation>لا مراقبات</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>مكتوم</translation>
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
        <translation>التطبيق</translation>
    </message>
    <message>
        <source>%1 is still running</source>
        <translation>%1 لا يزال قيد التشغيل</translation>
    </message>
    <message>
        <source>%1 is not healthy yet</source>
        <translation>%1 ليس Healthy بعد</translation>
    </message>
    <message>
        <source>%1 is not scheduled yet</source>
        <translation>%1 لم يُجدوَل بعد</translation>
    </message>
    <message>
        <source>%1 is creating its containers or pulling images</source>
        <translation>%1 ينشئ حاوياته أو يسحب الصور</translation>
    </message>
    <message>
        <source>%1 is running but not ready yet</source>
        <translation>%1 يعمل لكنه غير جاهز بعد</translation>
    </message>
    <message>
        <source>%1 is starting</source>
        <translation>%1 قيد البدء</translation>
    </message>
    <message>
        <source>the pods of %1 are ready; it does not report whether others follow</source>
        <translation>Pods الخاصة بـ %1 جاهزة، ولا يُعلَن هل ستتبعها أخرى</translation>
    </message>
    <message>
        <source>%1 is starting (%2)</source>
        <translation>%1 قيد البدء (%2)</translation>
    </message>
    <message>
        <source>%1 has no new pod yet</source>
        <translation>ليس لـ %1 أي Pod جديد بعد</translation>
    </message>
    <message>
        <source>%1 has %2 of %3 new pods; the next one has not been created yet</source>
        <translation>لـ %1 عدد %2 من %3 من Pods الجديدة؛ ولم يُنشأ التالي بعد</translation>
    </message>
    <message>
        <source>%1 is scaled to 0 replicas: judged by its manifest</source>
        <translation>%1 مضبوط على 0 نسخ: الحكم وفق manifest</translation>
    </message>
    <message>
        <source>%1 starts pods only on its schedule: judged by its manifest</source>
        <translation>%1 يشغّل Pods وفق جدوله فقط: الحكم وفق manifest</translation>
    </message>
    <message>
        <source>%1 has completed and its pods were removed: judged by its manifest and health</source>
        <translation>اكتمل %1 وأُزيلت Pods الخاصة به: الحكم وفق manifest والصحة</translation>
    </message>
    <message>
        <source>the application has no workloads: judged by its sync status and health</source>
        <translation>ليست للتطبيق أحمال عمل: الحكم وفق حالة sync والصحة</translation>
    </message>
    <message>
        <source>the application has no workloads of its own: the applications that it manages are not judged</source>
        <translation>ليست للتطبيق أحمال عمل خاصة به: لا يشمل الحكم التطبيقات التي يديرها</translation>
    </message>
    <message>
        <source>%1 has succeeded and was then deleted: judged by its success</source>
        <translation>نجح %1 ثم حُذف: الحكم وفق نجاحه</translation>
    </message>
    <message>
        <source>%1 uses the image but has no pods: judged by its manifest and health</source>
        <translation>%1 يستخدم الصورة لكن بلا Pods: الحكم وفق manifest والصحة</translation>
    </message>
    <message>
        <source>the pods of %1 are not visible to this account: judged by its health</source>
        <translation>لا يرى هذا الحساب Pods الخاصة بـ %1: الحكم وفق صحته</translation>
    </message>
    <message>
        <source>%1 runs the image in the cluster, but the desired image in git is %2</source>
        <translation>%1 يشغّل الصورة في العنقود، لكن الصورة المطلوبة في git هي %2</translation>
    </message>
    <message>
        <source>%1 keeps another image</source>
        <translation>%1 يُبقي صورة أخرى</translation>
    </message>
    <message>
        <source>%1 keeps %2</source>
        <translation>%1 يُبقي %2</translation>
    </message>
    <message>
        <source>: the application ignores this difference (ignoreDifferences)</source>
        <translation>: يتجاهل التطبيق هذا الفرق (ignoreDifferences)</translation>
    </message>
    <message>
        <source>: the application ignores differences in %1</source>
        <translation>: يتجاهل التطبيق الفروق في %1</translation>
    </message>
    <message>
        <source>%1 replaces a pod only after it is deleted (update strategy OnDelete)</source>
        <translation>%1 لا يستبدل أي Pod إلا بعد حذفه (استراتيجية التحديث OnDelete)</translation>
    </message>
    <message>
        <source>%1 keeps the old version on its pods below ordinal %2 (partition %2)</source>
        <translation>%1 يُبقي الإصدار القديم على Pods الأدنى من الترتيب %2 (partition %2)</translation>
    </message>
    <message>
        <source>the update strategy of %1 keeps old pods</source>
        <translation>استراتيجية تحديث %1 تُبقي Pods القديمة</translation>
    </message>
    <message>
        <source>the expected version was deployed before, Argo CD now compares with %1, and nothing proves that this includes it</source>
        <translation>نُشر الإصدار المتوقع من قبل، ويقارن Argo CD الآن بـ %1، ولا شيء يثبت أنه يتضمنه</translation>
    </message>
    <message>
        <source>the expected version was applied, but Argo CD now compares with %1, which is not applied</source>
        <translation>طُبّق الإصدار المتوقع، لكن Argo CD يقارن الآن بـ %1 الذي لم يُطبَّق</translation>
    </message>
    <message>
        <source>the tag is that of one of several sources since before the watch began, so it proves nothing about the others</source>
        <translation>الوسم يخص أحد المصادر المتعددة منذ ما قبل بدء المراقبة، فلا يثبت شيئًا عن غيره</translation>
    </message>
    <message>
        <source>Argo CD compares with %1, and nothing proves that this includes the expected version</source>
        <translation>يقارن Argo CD بـ %1، ولا شيء يثبت أنه يتضمن الإصدار المتوقع</translation>
    </message>
    <message>
        <source>ApplicationSet %1 has not reached the step of this application: it waits for application %2 (%3)</source>
        <translation>لم يبلغ ApplicationSet %1 خطوة هذا التطبيق: ينتظر التطبيق %2 (%3)</translation>
    </message>
    <message>
        <source>the ApplicationSet has not reached the step of this application</source>
        <translation>لم يبلغ ApplicationSet خطوة هذا التطبيق</translation>
    </message>
    <message>
        <source>ApplicationSet %1 has not reached the step of this application</source>
        <translation>لم يبلغ ApplicationSet %1 خطوة هذا التطبيق</translation>
    </message>
    <message>
        <source>auto-sync is off, and the application was rolled back to an older deployment</source>
        <translation>المزامنة التلقائية متوقفة، وتم التراجع بالتطبيق إلى نشر أقدم</translation>
    </message>
    <message>
        <source>auto-sync is off and the application is out of sync</source>
        <translation>المزامنة التلقائية متوقفة والتطبيق OutOfSync</translation>
    </message>
    <message>
        <source>a sync window blocks syncs until %1</source>
        <translation>نافذة مزامنة تمنع المزامنة حتى %1</translation>
    </message>
    <message>
        <source>a sync window blocks syncs</source>
        <translation>نافذة مزامنة تمنع المزامنة</translation>
    </message>
    <message>
        <source>%1 is suspended</source>
        <translation>%1 معلّق</translation>
    </message>
    <message>
        <source>%1 is suspended (%2)</source>
        <translation>%1 معلّق (%2)</translation>
    </message>
    <message>
        <source>%1 is paused</source>
        <translation>%1 متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>an annotation makes Argo CD skip this application</source>
        <translation>annotation تجعل Argo CD يتخطّى هذا التطبيق</translation>
    </message>
    <message>
        <source>Argo CD has not noticed the expected version yet</source>
        <translation>لم يلاحظ Argo CD الإصدار المتوقع بعد</translation>
    </message>
    <message>
        <source>Argo CD has not noticed the image yet</source>
        <translation>لم يلاحظ Argo CD الصورة بعد</translation>
    </message>
    <message>
        <source>an operation for another revision is running</source>
        <translation>تجري عملية لمراجعة أخرى</translation>
    </message>
    <message>
        <source>the sync has not reached this wave yet</source>
        <translation>لم تبلغ المزامنة هذه الـ wave بعد</translation>
    </message>
    <message>
        <source>the sync is waiting for %1 in an earlier wave</source>
        <translation>المزامنة تنتظر %1 في wave سابقة</translation>
    </message>
    <message>
        <source>the sync is waiting for a hook</source>
        <translation>المزامنة تنتظر hook</translation>
    </message>
    <message>
        <source>%1 is healthy, but pods of the old version remain</source>
        <translation>%1 في حالة Healthy، لكن بقيت Pods من الإصدار القديم</translation>
    </message>
    <message>
        <source>the Argo CD application controller does not process the refresh</source>
        <translation>متحكّم التطبيقات في Argo CD لا يعالج التحديث</translation>
    </message>
    <message>
        <source>Argo CD cannot read the repository</source>
        <translation>يتعذّر على Argo CD قراءة المستودع</translation>
    </message>
    <message>
        <source>the new pods of %1 run another image</source>
        <translation>Pods الجديدة في %1 تشغّل صورة أخرى</translation>
    </message>
    <message>
        <source>the new pods of %1 run %2 instead</source>
        <translation>Pods الجديدة في %1 تشغّل %2 بدلًا منها</translation>
    </message>
    <message>
        <source>%1 is no longer in git, pruning is off, and its pods still run</source>
        <translation>%1 لم يعد في git، وprune متوقف، وPods الخاصة به لا تزال تعمل</translation>
    </message>
    <message>
        <source>Argo CD cannot render the desired state</source>
        <translation>يتعذّر على Argo CD توليد الحالة المطلوبة</translation>
    </message>
    <message>
        <source>the instance does not respond</source>
        <translation>المثيل لا يستجيب</translation>
    </message>
    <message>
        <source>the token is missing, expired or rejected</source>
        <translation>الرمز المميّز مفقود أو منتهي الصلاحية أو مرفوض</translation>
    </message>
    <message>
        <source>this account does not have all required permissions</source>
        <translation>لا يملك هذا الحساب كل الأذونات المطلوبة</translation>
    </message>
    <message>
        <source>no data received since %1</source>
        <translation>لم ترد بيانات منذ %1</translation>
    </message>
    <message>
        <source>no data received for a while</source>
        <translation>لم ترد بيانات منذ فترة</translation>
    </message>
    <message>
        <source>%1 of the old version is not ready, and Kubernetes waits for it before updating other pods</source>
        <translation>%1 من الإصدار القديم غير جاهز، وينتظره Kubernetes قبل تحديث Pods أخرى</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1، منذ %2</translation>
    </message>
    <message>
        <source>it has no child applications yet</source>
        <translation>ليست له تطبيقات فرعية بعد</translation>
    </message>
    <message>
        <source>%1 has not been created yet</source>
        <translation>لم يُنشأ %1 بعد</translation>
    </message>
    <message>
        <source>the application is out of sync, and Argo CD has not started a sync</source>
        <translation>التطبيق OutOfSync، ولم يبدأ Argo CD مزامنة</translation>
    </message>
    <message>
        <source>the sync is still running</source>
        <translation>المزامنة لا تزال جارية</translation>
    </message>
    <message>
        <source>Argo CD has not compared the application again</source>
        <translation>لم يقارن Argo CD التطبيق من جديد</translation>
    </message>
    <message>
        <source>sync it manually, or enable auto-sync</source>
        <translation>زامنه يدويًا، أو فعّل المزامنة التلقائية</translation>
    </message>
    <message>
        <source>auto-sync tries each commit only once; sync manually</source>
        <translation>المزامنة التلقائية تجرّب كل commit مرة واحدة فقط؛ زامن يدويًا</translation>
    </message>
    <message>
        <source>find out why it was rolled back before you sync it</source>
        <translation>تحقّق من سبب التراجع قبل مزامنته</translation>
    </message>
    <message>
        <source>check how its ApplicationSet syncs it</source>
        <translation>تحقّق من كيفية مزامنة ApplicationSet له</translation>
    </message>
    <message>
        <source>commit this image to git if it is meant to stay</source>
        <translation>أضف هذه الصورة إلى git في commit إن كان يُراد بقاؤها</translation>
    </message>
    <message>
        <source>wait until it ends, or ask your administrator to change it</source>
        <translation>انتظر حتى تنتهي، أو اطلب من المسؤول تغييرها</translation>
    </message>
    <message>
        <source>promote or resume it, or accept it with --accept-suspended</source>
        <translation>نفّذ promote أو resume له، أو اقبله بالخيار --accept-suspended</translation>
    </message>
    <message>
        <source>resume it</source>
        <translation>استأنفه</translation>
    </message>
    <message>
        <source>remove the annotation argocd.argoproj.io/skip-reconcile</source>
        <translation>أزل الـ annotation argocd.argoproj.io/skip-reconcile</translation>
    </message>
    <message>
        <source>it checks git every few minutes; make sure that the commit is pushed</source>
        <translation>يتفقّد git كل بضع دقائق؛ تأكّد من دفع الـ commit</translation>
    </message>
    <message>
        <source>wait until it ends</source>
        <translation>انتظر حتى تنتهي</translation>
    </message>
    <message>
        <source>check the update strategy and why the old pods remain</source>
        <translation>تحقّق من استراتيجية التحديث ومن سبب بقاء Pods القديمة</translation>
    </message>
    <message>
        <source>continue the update as this workload requires; the old pods are kept on purpose</source>
        <translation>تابع التحديث كما يتطلب حمل العمل هذا؛ Pods القديمة باقية عمدًا</translation>
    </message>
    <message>
        <source>ask your Argo CD administrator to check the application controller</source>
        <translation>اطلب من مسؤول Argo CD فحص متحكّم التطبيقات</translation>
    </message>
    <message>
        <source>check the repository&apos;s address and credentials in Argo CD</source>
        <translation>تحقّق من عنوان المستودع وبيانات الاعتماد في Argo CD</translation>
    </message>
    <message>
        <source>change the image where it is managed, or remove the field from ignoreDifferences</source>
        <translation>غيّر الصورة حيث تُدار، أو أزل الحقل من ignoreDifferences</translation>
    </message>
    <message>
        <source>watch the image reference that the pods use</source>
        <translation>راقب مرجع الصورة الذي تستخدمه Pods</translation>
    </message>
    <message>
        <source>if this is a registry mirror, use --registry-proxy %1</source>
        <translation>إن كان هذا مرآة لسجل الصور، فاستخدم --registry-proxy %1</translation>
    </message>
    <message>
        <source>check this pod: the rollout continues when it is ready or deleted</source>
        <translation>تحقّق من هذا الـ Pod: يستمر الطرح عندما يصبح جاهزًا أو يُحذف</translation>
    </message>
    <message>
        <source>check the applications in the earlier steps</source>
        <translation>تحقّق من التطبيقات في الخطوات السابقة</translation>
    </message>
    <message>
        <source>prune it in Argo CD if it is no longer needed</source>
        <translation>نفّذ prune له في Argo CD إن لم تعد إليه حاجة</translation>
    </message>
    <message>
        <source>fix the manifests or their parameters in git</source>
        <translation>أصلح manifests أو معاملاتها في git</translation>
    </message>
    <message>
        <source>check the network and the address</source>
        <translation>تحقّق من الشبكة والعنوان</translation>
    </message>
    <message>
        <source>sign in again</source>
        <translation>سجّل الدخول من جديد</translation>
    </message>
    <message>
        <source>ask your administrator for access to this application (applications, get)</source>
        <translation>اطلب من المسؤول الوصول إلى هذا التطبيق (applications, get)</translation>
    </message>
    <message>
        <source>check the name, and that this account has access to the application once it is created</source>
        <translation>تحقّق من الاسم، ومن وصول هذا الحساب إلى التطبيق بعد إنشائه</translation>
    </message>
    <message>
        <source>check the application&apos;s history, or expect the revision that Argo CD compares with</source>
        <translation>تحقّق من تاريخ التطبيق، أو توقّع المراجعة التي يقارن بها Argo CD</translation>
    </message>
    <message>
        <source>it was already running when the watch started</source>
        <translation>كان يعمل بالفعل عند بدء المراقبة</translation>
    </message>
    <message>
        <source>%1 is suspended, which was accepted</source>
        <translation>%1 معلّق، وقد قُبل ذلك</translation>
    </message>
    <message>
        <source>%1 keeps 1 old pod for a while</source>
        <translation>%1 يُبقي Pod قديمًا واحدًا لفترة</translation>
    </message>
    <message>
        <source>%1 keeps %2 old pods for a while</source>
        <translation>%1 يُبقي %2 من Pods القديمة لفترة</translation>
    </message>
    <message>
        <source>%1 came first</source>
        <translation>سبقه %1</translation>
    </message>
    <message>
        <source>%1 fails, but is not part of this release</source>
        <translation>%1 يفشل، لكنه ليس جزءًا من هذا الإصدار</translation>
    </message>
    <message>
        <source>the desired state in git has another version; the next sync applies it</source>
        <translation>الحالة المطلوبة في git بها إصدار آخر؛ والمزامنة التالية تطبّقه</translation>
    </message>
    <message>
        <source>the desired state in git has %1; the next sync applies it</source>
        <translation>الحالة المطلوبة في git بها %1؛ والمزامنة التالية تطبّقه</translation>
    </message>
    <message>
        <source>the tag of %1 can be moved: only a digest identifies the version</source>
        <translation>وسم %1 قابل للنقل: وحده digest يحدّد الإصدار</translation>
    </message>
    <message>
        <source>the name %1 can be moved: only a commit identifies the version</source>
        <translation>الاسم %1 قابل للنقل: وحده commit يحدّد الإصدار</translation>
    </message>
    <message>
        <source>%1 was applied after the expected version and is running now</source>
        <translation>طُبّق %1 بعد الإصدار المتوقع وهو يعمل الآن</translation>
    </message>
    <message>
        <source>no operation applied the version: Argo CD found nothing to change</source>
        <translation>لم تطبّق أي عملية الإصدار: لم يجد Argo CD ما يغيّره</translation>
    </message>
    <message>
        <source>this account cannot read logs in project %1</source>
        <translation>يتعذّر على هذا الحساب قراءة السجلات في المشروع %1</translation>
    </message>
    <message>
        <source>%1 of 1 pod runs the new version</source>
        <translation>%1 من Pod واحد يشغّل الإصدار الجديد</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n pods run the new version</source>
        <translation>
            <numerusform>%1 من %n Pods تشغّل الإصدار الجديد</numerusform>
            <numerusform>%1 من Pod واحد يشغّل الإصدار الجديد</numerusform>
            <numerusform>%1 من %n Pods يشغّل الإصدار الجديد</numerusform>
            <numerusform>%1 من %n Pods تشغّل الإصدار الجديد</numerusform>
            <numerusform>%1 من %n Pods تشغّل الإصدار الجديد</numerusform>
            <numerusform>%1 من %n Pods تشغّل الإصدار الجديد</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for Argo CD to notice the image</source>
        <translation>بانتظار أن يلاحظ Argo CD الصورة</translation>
    </message>
    <message>
        <source>Noticed, not applied yet</source>
        <translation>لوحظ، ولم يُطبَّق بعد</translation>
    </message>
    <message>
        <source>Applied, waiting for new pods</source>
        <translation>طُبّق، بانتظار Pods جديدة</translation>
    </message>
    <message>
        <source>Rolling out</source>
        <translation>قيد الطرح</translation>
    </message>
    <message>
        <source>Running, bake time not over yet</source>
        <translation>يعمل، ومدة الرصد لم تنته بعد</translation>
    </message>
    <message>
        <source>Running and stable</source>
        <translation>يعمل ومستقر</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n pods</source>
        <translation>
            <numerusform>%1 من %n Pods</numerusform>
            <numerusform>%1 من %n Pod</numerusform>
            <numerusform>%1 من %n Pods</numerusform>
            <numerusform>%1 من %n Pods</numerusform>
            <numerusform>%1 من %n Pods</numerusform>
            <numerusform>%1 من %n Pods</numerusform>
        </translation>
    </message>
    <message>
        <source>stable for %1</source>
        <translation>مستقر منذ %1</translation>
    </message>
    <message>
        <source>Deployed</source>
        <translation>تم نشره</translation>
    </message>
    <message>
        <source>replaced by a newer watch</source>
        <translation>حلّت محلّها مراقبة أحدث</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>قيد التنفيذ</translation>
    </message>
    <message>
        <source>late, %1</source>
        <translation>متأخر، %1</translation>
    </message>
    <message>
        <source>The team server waits for %1.</source>
        <translation>خادم الفريق ينتظر %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n deployed</source>
        <translation>
            <numerusform>تم نشر %1 من %n</numerusform>
            <numerusform>تم نشر %1 من %n</numerusform>
            <numerusform>تم نشر %1 من %n</numerusform>
            <numerusform>تم نشر %1 من %n</numerusform>
            <numerusform>تم نشر %1 من %n</numerusform>
            <numerusform>تم نشر %1 من %n</numerusform>
        </translation>
    </message>
    <message>
        <source>next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>عادةً %1</translation>
    </message>
    <message>
        <source>%1 is on it</source>
        <translation>%1 يتولّى الأمر</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>منذ %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>بقي %1</translation>
    </message>
    <message>
        <source>deadline passed</source>
        <translation>انقضى الموعد النهائي</translation>
    </message>
    <message>
        <source>ended %1, after %2</source>
        <translation>انتهى %1، بعد %2</translation>
    </message>
    <message>
        <source>in progress for %1</source>
        <translation>قيد التنفيذ منذ %1</translation>
    </message>
    <message>
        <source>until %1, %2 left</source>
        <translation>حتى %1، بقي %2</translation>
    </message>
    <message>
        <source>deadline passed, waiting for the last observation</source>
        <translation>انقضى الموعد النهائي، بانتظار آخر رصد</translation>
    </message>
    <message>
        <source>%1 cannot pull %2</source>
        <translation>%1 يتعذّر عليه سحب %2</translation>
    </message>
    <message>
        <source>%1 crashed</source>
        <translation>انهار %1</translation>
    </message>
    <message>
        <source>%1 crashed, 1 restart</source>
        <translation>انهار %1، أُعيد تشغيله مرة واحدة</translation>
    </message>
    <message numerus="yes">
        <source>%1 keeps crashing, %n restarts</source>
        <translation>
            <numerusform>%1 ينهار تكرارًا، دون إعادة تشغيل</numerusform>
            <numerusform>%1 ينهار تكرارًا، أُعيد تشغيله مرة واحدة</numerusform>
            <numerusform>%1 ينهار تكرارًا، أُعيد تشغيله مرتين</numerusform>
            <numerusform>%1 ينهار تكرارًا، أُعيد تشغيله %n مرات</numerusform>
            <numerusform>%1 ينهار تكرارًا، أُعيد تشغيله %n مرة</numerusform>
            <numerusform>%1 ينهار تكرارًا، أُعيد تشغيله %n مرة</numerusform>
        </translation>
    </message>
    <message>
        <source>hook %1 failed, attempt %2</source>
        <translation>فشل hook %1، المحاولة %2</translation>
    </message>
    <message>
        <source>hook %1 failed</source>
        <translation>فشل hook %1</translation>
    </message>
    <message>
        <source>no manifest of %1 uses %2</source>
        <translation>لا manifest في %1 يستخدم %2</translation>
    </message>
    <message>
        <source>%1; it manages other applications, watch %2 instead</source>
        <translation>%1؛ وهو يدير تطبيقات أخرى، راقب %2 بدلًا منه</translation>
    </message>
    <message>
        <source> or </source>
        <translation> أو </translation>
    </message>
    <message>
        <source>%1 was parsed as an image name</source>
        <translation>فُسّر %1 كاسم صورة</translation>
    </message>
    <message>
        <source>%1; did you mean %2?</source>
        <translation>%1؛ هل المقصود %2؟</translation>
    </message>
    <message>
        <source>%1; its images are %2</source>
        <translation>%1؛ صوره هي %2</translation>
    </message>
    <message>
        <source>%1 was replaced by another version</source>
        <translation>حلّ إصدار آخر محلّ %1</translation>
    </message>
    <message>
        <source>%1 was rolled back to %2</source>
        <translation>تم التراجع عن %1 إلى %2</translation>
    </message>
    <message>
        <source>%1 was replaced by %2</source>
        <translation>حلّ %2 محلّ %1</translation>
    </message>
    <message>
        <source>%1 failed after it had been running</source>
        <translation>فشل %1 بعد أن كان يعمل</translation>
    </message>
    <message>
        <source>%1 cannot start its container</source>
        <translation>%1 يتعذّر عليه بدء حاويته</translation>
    </message>
    <message>
        <source>%1 cannot start because an init container fails</source>
        <translation>%1 يتعذّر بدؤه لأن حاوية init تفشل</translation>
    </message>
    <message>
        <source>%1 cannot start because init container %2 fails</source>
        <translation>%1 يتعذّر بدؤه لأن حاوية init %2 تفشل</translation>
    </message>
    <message>
        <source>%1 cannot be scheduled on any node</source>
        <translation>%1 تتعذّر جدولته على أي عقدة</translation>
    </message>
    <message>
        <source>%1 cannot mount a volume</source>
        <translation>%1 يتعذّر عليه تركيب وحدة تخزين</translation>
    </message>
    <message>
        <source>%1 cannot create pods because a quota is exceeded</source>
        <translation>%1 يتعذّر عليه إنشاء Pods بسبب تجاوز حصة</translation>
    </message>
    <message>
        <source>%1 runs but does not become ready</source>
        <translation>%1 يعمل لكنه لا يصبح جاهزًا</translation>
    </message>
    <message>
        <source>%1 exceeded its progress deadline</source>
        <translation>تجاوز %1 مهلة التقدّم</translation>
    </message>
    <message>
        <source>%1 was aborted</source>
        <translation>أُجهض %1</translation>
    </message>
    <message>
        <source>the sync of %1 failed</source>
        <translation>فشلت مزامنة %1</translation>
    </message>
    <message>
        <source>the sync of %1 could not run</source>
        <translation>تعذّر تشغيل مزامنة %1</translation>
    </message>
    <message>
        <source>Argo CD cannot compare the application with git</source>
        <translation>يتعذّر على Argo CD مقارنة التطبيق مع git</translation>
    </message>
    <message>
        <source>the application spec is invalid</source>
        <translation>مواصفة التطبيق غير صالحة</translation>
    </message>
    <message>
        <source>the cluster rejected %1</source>
        <translation>رفض العنقود %1</translation>
    </message>
    <message>
        <source>%1 is degraded</source>
        <translation>%1 في حالة Degraded</translation>
    </message>
    <message>
        <source>%1 cannot be watched with its children</source>
        <translation>تتعذّر مراقبة %1 مع تطبيقاته الفرعية</translation>
    </message>
    <message>
        <source>%1 was removed from git but not pruned</source>
        <translation>أُزيل %1 من git دون prune</translation>
    </message>
    <message>
        <source>%1 is out of sync</source>
        <translation>%1 في حالة OutOfSync</translation>
    </message>
    <message>
        <source>%1 does not exist, or this account does not have access to it</source>
        <translation>%1 غير موجود، أو لا يملك هذا الحساب الوصول إليه</translation>
    </message>
    <message>
        <source>the registry limits pulls</source>
        <translation>سجل الصور يحدّ من عمليات السحب</translation>
    </message>
    <message>
        <source>the registry&apos;s certificate is not trusted</source>
        <translation>شهادة سجل الصور غير موثوقة</translation>
    </message>
    <message>
        <source>not built for the node&apos;s platform</source>
        <translation>غير مبنية لمنصة العقدة</translation>
    </message>
    <message>
        <source>invalid image name</source>
        <translation>اسم صورة غير صالح</translation>
    </message>
    <message>
        <source>not on the node, and its pull policy is Never</source>
        <translation>ليست على العقدة، وسياسة سحبها Never</translation>
    </message>
    <message>
        <source>access denied</source>
        <translation>رُفض الوصول</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>غير موجودة</translation>
    </message>
    <message>
        <source>the registry cannot be reached</source>
        <translation>يتعذّر الوصول إلى سجل الصور</translation>
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
        <translation>يتعذّر سحب الصورة: %1</translation>
    </message>
    <message>
        <source>Image not found: %1</source>
        <translation>الصورة غير موجودة: %1</translation>
    </message>
    <message>
        <source>Image cannot be pulled (%1): %2</source>
        <translation>يتعذّر سحب الصورة (%1): %2</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>انهار</translation>
    </message>
    <message>
        <source>Crashed, 1 restart</source>
        <translation>انهار، أُعيد تشغيله مرة واحدة</translation>
    </message>
    <message numerus="yes">
        <source>Keeps crashing, %n restarts</source>
        <translation>
            <numerusform>ينهار تكرارًا، دون إعادة تشغيل</numerusform>
            <numerusform>ينهار تكرارًا، أُعيد تشغيله مرة واحدة</numerusform>
            <numerusform>ينهار تكرارًا، أُعيد تشغيله مرتين</numerusform>
            <numerusform>ينهار تكرارًا، أُعيد تشغيله %n مرات</numerusform>
            <numerusform>ينهار تكرارًا، أُعيد تشغيله %n مرة</numerusform>
            <numerusform>ينهار تكرارًا، أُعيد تشغيله %n مرة</numerusform>
        </translation>
    </message>
    <message>
        <source>Init container fails</source>
        <translation>حاوية init تفشل</translation>
    </message>
    <message>
        <source>Init container %1 fails</source>
        <translation>حاوية init %1 تفشل</translation>
    </message>
    <message>
        <source>Container cannot start</source>
        <translation>يتعذّر بدء الحاوية</translation>
    </message>
    <message>
        <source>Cannot be scheduled on any node</source>
        <translation>تتعذّر الجدولة على أي عقدة</translation>
    </message>
    <message>
        <source>Volume cannot be mounted</source>
        <translation>يتعذّر تركيب وحدة التخزين</translation>
    </message>
    <message>
        <source>Quota exceeded</source>
        <translation>تم تجاوز الحصة</translation>
    </message>
    <message>
        <source>Runs but does not become ready</source>
        <translation>يعمل لكنه لا يصبح جاهزًا</translation>
    </message>
    <message>
        <source>waiting for Argo CD to notice %1</source>
        <translation>بانتظار أن يلاحظ Argo CD‏ %1</translation>
    </message>
    <message>
        <source>Argo CD has noticed %1 but not applied it yet</source>
        <translation>لاحظ Argo CD‏ %1 لكنه لم يطبّقه بعد</translation>
    </message>
    <message>
        <source>%1 is applied, waiting for new pods</source>
        <translation>طُبّق %1، بانتظار Pods جديدة</translation>
    </message>
    <message>
        <source>%1 is rolling out</source>
        <translation>%1 قيد الطرح</translation>
    </message>
    <message>
        <source>%1 is running, the bake time is not over yet</source>
        <translation>%1 يعمل، ومدة الرصد لم تنته بعد</translation>
    </message>
    <message>
        <source>%1 is running and stable</source>
        <translation>%1 يعمل ومستقر</translation>
    </message>
    <message>
        <source>%1 runs %2</source>
        <translation>%1 يشغّل %2</translation>
    </message>
    <message>
        <source>%1 could not be observed</source>
        <translation>تعذّر رصد %1</translation>
    </message>
    <message>
        <source>the release failed</source>
        <translation>فشل الإصدار</translation>
    </message>
    <message>
        <source>not deployed in time: %1</source>
        <translation>لم يُنشر في الوقت المحدد: %1</translation>
    </message>
    <message>
        <source>sign in to %1: the token is missing, expired or rejected</source>
        <translation>سجّل الدخول إلى %1: الرمز المميّز مفقود أو منتهي الصلاحية أو مرفوض</translation>
    </message>
    <message>
        <source>the watch was cancelled</source>
        <translation>أُلغيت المراقبة</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n new pods ready</source>
        <translation>
            <numerusform>%1 من %n Pods الجديدة جاهزة</numerusform>
            <numerusform>%1 من %n Pod جديد جاهز</numerusform>
            <numerusform>%1 من %n Pods الجديدة جاهز</numerusform>
            <numerusform>%1 من %n Pods الجديدة جاهزة</numerusform>
            <numerusform>%1 من %n Pods الجديدة جاهزة</numerusform>
            <numerusform>%1 من %n Pods الجديدة جاهزة</numerusform>
        </translation>
    </message>
    <message>
        <source>1 old pod is still serving</source>
        <translation>Pod قديم واحد لا يزال يخدم</translation>
    </message>
    <message numerus="yes">
        <source>%n old pods are still serving</source>
        <translation>
            <numerusform>لا Pods قديمة تخدم</numerusform>
            <numerusform>Pod قديم واحد لا يزال يخدم</numerusform>
            <numerusform>اثنان من Pods القديمة لا يزالان يخدمان</numerusform>
            <numerusform>%n من Pods القديمة لا تزال تخدم</numerusform>
            <numerusform>%n من Pods القديمة لا تزال تخدم</numerusform>
            <numerusform>%n من Pods القديمة لا تزال تخدم</numerusform>
        </translation>
    </message>
    <message>
        <source>1 old pod is not ready</source>
        <translation>Pod قديم واحد غير جاهز</translation>
    </message>
    <message numerus="yes">
        <source>%n old pods are not ready</source>
        <translation>
            <numerusform>لا Pods قديمة غير جاهزة</numerusform>
            <numerusform>Pod قديم واحد غير جاهز</numerusform>
            <numerusform>اثنان من Pods القديمة غير جاهزين</numerusform>
            <numerusform>%n من Pods القديمة غير جاهزة</numerusform>
            <numerusform>%n من Pods القديمة غير جاهزة</numerusform>
            <numerusform>%n من Pods القديمة غير جاهزة</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>بالانتظار</translation>
    </message>
    <message>
        <source>deployed</source>
        <translation>تم نشره</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>فشل</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>انتهت المهلة</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation>حلّ محلّه آخر</translation>
    </message>
    <message>
        <source>aborted</source>
        <translation>أُجهض</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>اختفى</translation>
    </message>
    <message>
        <source>sign-in needed</source>
        <translation>يلزم تسجيل الدخول</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>أُلغي</translation>
    </message>
    <message>
        <source>not noticed yet</source>
        <translation>لم يُلاحَظ بعد</translation>
    </message>
    <message>
        <source>noticed</source>
        <translation>لوحظ</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>طُبّق</translation>
    </message>
    <message>
        <source>rolling</source>
        <translation>قيد الطرح</translation>
    </message>
    <message>
        <source>running</source>
        <translation>يعمل</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>مستقر</translation>
    </message>
    <message>
        <source>application %1</source>
        <translation>التطبيق %1</translation>
    </message>
    <message>
        <source>revision %1</source>
        <translation>المراجعة %1</translation>
    </message>
    <message>
        <source>chart version %1</source>
        <translation>إصدار chart %1</translation>
    </message>
    <message>
        <source>the next version</source>
        <translation>الإصدار التالي</translation>
    </message>
    <message>
        <source>Argo CD has not noticed the expected version within the usual %1</source>
        <translation>لم يلاحظ Argo CD الإصدار المتوقع خلال المدة المعتادة (%1)</translation>
    </message>
    <message>
        <source>Argo CD has not noticed the image within the usual %1</source>
        <translation>لم يلاحظ Argo CD الصورة خلال المدة المعتادة (%1)</translation>
    </message>
</context>
<context>
    <name>WatchPlan</name>
    <message>
        <source>already runs it</source>
        <translation>يشغّله بالفعل</translation>
    </message>
    <message>
        <source>already watched</source>
        <translation>مُراقَب بالفعل</translation>
    </message>
    <message>
        <source>auto-sync is off, sync manually</source>
        <translation>المزامنة التلقائية متوقفة، زامن يدويًا</translation>
    </message>
    <message>
        <source>sync window closed until %1</source>
        <translation>نافذة المزامنة مغلقة حتى %1</translation>
    </message>
    <message>
        <source>sync window closed</source>
        <translation>نافذة المزامنة مغلقة</translation>
    </message>
    <message>
        <source>Argo CD skips it (annotation)</source>
        <translation>يتخطّاه Argo CD ‏(annotation)</translation>
    </message>
    <message>
        <source>this tag can be moved: only a digest identifies the version</source>
        <translation>هذا الوسم قابل للنقل: وحده digest يحدّد الإصدار</translation>
    </message>
    <message>
        <source>runs no image now: enter the full image reference</source>
        <translation>لا يشغّل أي صورة الآن: أدخل مرجع الصورة الكامل</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 د</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 د</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 س</translation>
    </message>
    <message>
        <source>today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>غدًا</translation>
    </message>
    <message>
        <source>median %1, 90th percentile %2</source>
        <translation>الوسيط %1، المئين التسعون %2</translation>
    </message>
    <message>
        <source>1 application</source>
        <translation>تطبيق واحد</translation>
    </message>
    <message numerus="yes">
        <source>%n applications</source>
        <translation>
            <numerusform>لا تطبيقات</numerusform>
            <numerusform>تطبيق واحد</numerusform>
            <numerusform>تطبيقان</numerusform>
            <numerusform>%n تطبيقات</numerusform>
            <numerusform>%n تطبيقًا</numerusform>
            <numerusform>%n تطبيق</numerusform>
        </translation>
    </message>
    <message>
        <source>1 instance</source>
        <translation>مثيل واحد</translation>
    </message>
    <message numerus="yes">
        <source>%n instances</source>
        <translation>
            <numerusform>لا مثيلات</numerusform>
            <numerusform>مثيل واحد</numerusform>
            <numerusform>مثيلان</numerusform>
            <numerusform>%n مثيلات</numerusform>
            <numerusform>%n مثيلًا</numerusform>
            <numerusform>%n مثيل</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2, as selected</source>
        <translation>%1 على %2، حسب الاختيار</translation>
    </message>
    <message>
        <source>No applications are known yet: sign in to an instance first.</source>
        <translation>لا تطبيقات معروفة بعد: سجّل الدخول إلى مثيل أولًا.</translation>
    </message>
    <message>
        <source>Paste an image, or type part of the name of an image or application.</source>
        <translation>الصق صورة، أو اكتب جزءًا من اسم صورة أو تطبيق.</translation>
    </message>
    <message>
        <source>No application uses %1.</source>
        <translation>لا تطبيق يستخدم %1.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>هل المقصود %1؟</translation>
    </message>
    <message>
        <source>%1 on %2 match</source>
        <translation>المطابق: %1 على %2</translation>
    </message>
    <message>
        <source>%1 on %2 runs %3</source>
        <translation>%1 على %2 يشغّل %3</translation>
    </message>
    <message>
        <source>%1 on %2 run %3</source>
        <translation>%1 على %2 تشغّل %3</translation>
    </message>
    <message numerus="yes">
        <source>the first %n are shown, type more to narrow the list</source>
        <translation>
            <numerusform>لا شيء معروض، اكتب المزيد لتضييق القائمة</numerusform>
            <numerusform>يُعرض الأول فقط، اكتب المزيد لتضييق القائمة</numerusform>
            <numerusform>يُعرض أول اثنين، اكتب المزيد لتضييق القائمة</numerusform>
            <numerusform>تُعرض أول %n، اكتب المزيد لتضييق القائمة</numerusform>
            <numerusform>يُعرض أول %n، اكتب المزيد لتضييق القائمة</numerusform>
            <numerusform>يُعرض أول %n، اكتب المزيد لتضييق القائمة</numerusform>
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
صادرة لـ: %2
أصدرها: %3
صالحة: %4 – %5</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>تحقّق</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Add an instance</source>
        <translation>إضافة مثيل</translation>
    </message>
    <message>
        <source>Change the address of %1</source>
        <translation>تغيير عنوان %1</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>عنوان الخادم</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>الشهادة</translation>
    </message>
    <message>
        <source>Not needed if tasks can be read without a token</source>
        <translation>غير لازم إن أمكنت قراءة المهام دون رمز مميّز</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>الرمز المميّز</translation>
    </message>
    <message>
        <source>&amp;Address of the Argo CD server or the team server, as in your browser</source>
        <translation>&amp;عنوان خادم Argo CD أو خادم الفريق، كما في المتصفح</translation>
    </message>
    <message>
        <source>&amp;Address of the Argo CD server, as in your browser</source>
        <translation>&amp;عنوان خادم Argo CD، كما في المتصفح</translation>
    </message>
    <message>
        <source>Contacting %1…</source>
        <translation>جارٍ الاتصال بـ %1…</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted.</source>
        <translation>شهادة الخادم غير موثوقة.</translation>
    </message>
    <message>
        <source>The server&apos;s configured URL is %1. Single sign-on uses that URL.</source>
        <translation>عنوان URL المضبوط للخادم هو %1. يستخدمه الدخول الموحّد.</translation>
    </message>
    <message>
        <source>Its tasks appear on the board and in Deployments, marked with its name.</source>
        <translation>تظهر مهامه على اللوحة وفي «عمليات النشر»، موسومةً باسمه.</translation>
    </message>
    <message>
        <source>This address redirects to %1.</source>
        <translation>هذا العنوان يعيد التوجيه إلى %1.</translation>
    </message>
    <message>
        <source>Add %1 instead? No data was sent to it.</source>
        <translation>هل يُضاف %1 بدلًا منه؟ لم تُرسل إليه أي بيانات.</translation>
    </message>
    <message>
        <source>Use %1 instead? No data was sent to it.</source>
        <translation>هل يُستخدم %1 بدلًا منه؟ لم تُرسل إليه أي بيانات.</translation>
    </message>
    <message>
        <source>Use that address</source>
        <translation>استخدام ذلك العنوان</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>الوثوق بهذه الشهادة</translation>
    </message>
    <message>
        <source>In the browser</source>
        <translation>في المتصفح</translation>
    </message>
    <message>
        <source>In the browser, with %1</source>
        <translation>في المتصفح، عبر %1</translation>
    </message>
    <message>
        <source>With a user name and a password</source>
        <translation>باسم مستخدم وكلمة مرور</translation>
    </message>
    <message>
        <source>With a token</source>
        <translation>برمز مميّز</translation>
    </message>
    <message>
        <source>No sign-in (anonymous access)</source>
        <translation>دون تسجيل دخول (وصول مجهول)</translation>
    </message>
</context>
<context>
    <name>lynceus::Announcer</name>
    <message>
        <source>%1 on %2: %3. %4</source>
        <translation>%1 على %2: %3. %4</translation>
    </message>
    <message>
        <source>failing</source>
        <translation>يتعثّر</translation>
    </message>
</context>
<context>
    <name>lynceus::ApplicationsModel</name>
    <message>
        <source>%1, pinned</source>
        <translation>%1، مثبّت</translation>
    </message>
</context>
<context>
    <name>lynceus::ApplicationsPage</name>
    <message>
        <source>Applications</source>
        <translation>التطبيقات</translation>
    </message>
    <message>
        <source>Filter applications</source>
        <translation>تصفية التطبيقات</translation>
    </message>
    <message>
        <source>Filter: health:degraded instance:prod image:shop-web</source>
        <translation>تصفية: health:degraded instance:prod image:shop-web</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>مراقبة</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>المحفوظة</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>عوامل التصفية المحفوظة</translation>
    </message>
    <message>
        <source>why?</source>
        <translation>لماذا؟</translation>
    </message>
    <message>
        <source>Watch %1</source>
        <translation>مراقبة %1</translation>
    </message>
    <message>
        <source>Watch these applications as one release (W)</source>
        <translation>مراقبة هذه التطبيقات كإصدار واحد (W)</translation>
    </message>
    <message>
        <source>Watch this application (W)</source>
        <translation>مراقبة هذا التطبيق (W)</translation>
    </message>
    <message>
        <source>No applications match the filter</source>
        <translation>لا تطبيقات تطابق التصفية</translation>
    </message>
    <message>
        <source>The filter hides 1 application.</source>
        <translation>تخفي التصفية تطبيقًا واحدًا.</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides all %Ln applications.</source>
        <translation>
            <numerusform>لا تخفي التصفية أي تطبيق.</numerusform>
            <numerusform>تخفي التصفية التطبيق الوحيد.</numerusform>
            <numerusform>تخفي التصفية كلا التطبيقين.</numerusform>
            <numerusform>تخفي التصفية كل التطبيقات، وعددها %Ln.</numerusform>
            <numerusform>تخفي التصفية كل التطبيقات، وعددها %Ln.</numerusform>
            <numerusform>تخفي التصفية كل التطبيقات، وعددها %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>مسح التصفية</translation>
    </message>
    <message>
        <source>All applications of your Argo CD instances in one table</source>
        <translation>كل تطبيقات مثيلات Argo CD في جدول واحد</translation>
    </message>
    <message>
        <source>Loading applications…</source>
        <translation>جارٍ تحميل التطبيقات…</translation>
    </message>
    <message>
        <source>No applications visible yet</source>
        <translation>لا تطبيقات ظاهرة بعد</translation>
    </message>
    <message>
        <source>Show instances</source>
        <translation>عرض المثيلات</translation>
    </message>
    <message>
        <source>No applications yet</source>
        <translation>لا تطبيقات بعد</translation>
    </message>
    <message>
        <source>Applications appear after an instance has responded.</source>
        <translation>تظهر التطبيقات بعد استجابة مثيل.</translation>
    </message>
    <message>
        <source>No applications</source>
        <translation>لا تطبيقات</translation>
    </message>
    <message>
        <source>Your instances have no applications, or your accounts do not have access to any.</source>
        <translation>ليست في المثيلات تطبيقات، أو لا تملك الحسابات الوصول إلى أي منها.</translation>
    </message>
    <message>
        <source>Watch…</source>
        <translation>مراقبة…</translation>
    </message>
    <message>
        <source>Follow…</source>
        <translation>متابعة…</translation>
    </message>
    <message>
        <source>Open in Argo CD</source>
        <translation>فتح في Argo CD</translation>
    </message>
    <message>
        <source>Pin or unpin</source>
        <translation>تثبيت أو إلغاء تثبيت</translation>
    </message>
    <message>
        <source>Where does this run?</source>
        <translation>أين يعمل هذا؟</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>نسخ كجدول</translation>
    </message>
    <message>
        <source>Only this project</source>
        <translation>هذا المشروع فقط</translation>
    </message>
    <message>
        <source>Only this instance</source>
        <translation>هذا المثيل فقط</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>لا شيء محدد</numerusform>
            <numerusform>واحد محدد</numerusform>
            <numerusform>اثنان محددان</numerusform>
            <numerusform>%n محددة</numerusform>
            <numerusform>%n محددًا</numerusform>
            <numerusform>%n محدد</numerusform>
        </translation>
    </message>
    <message>
        <source>This filter</source>
        <translation>هذه التصفية</translation>
    </message>
    <message>
        <source>Project %1</source>
        <translation>المشروع %1</translation>
    </message>
    <message>
        <source>on %1 only</source>
        <translation>على %1 فقط</translation>
    </message>
    <message>
        <source>%1 hides %2: clear it</source>
        <translation>%1 يخفي %2: امسحه</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>عرض الكل: %1</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>حفظ هذه التصفية</translation>
    </message>
    <message>
        <source>Delete this filter</source>
        <translation>حذف هذه التصفية</translation>
    </message>
</context>
<context>
    <name>lynceus::ApplicationsView</name>
    <message>
        <source>Applications</source>
        <translation>التطبيقات</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
</context>
<context>
    <name>lynceus::ArrangeButton</name>
    <message>
        <source>Group by</source>
        <translation>التجميع حسب</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>الانتباه</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>البيئة</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>المثيل</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>الفرز حسب</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>الإلحاح</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>الموعد النهائي</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Group: %1</source>
        <translation>التجميع: %1</translation>
    </message>
    <message>
        <source>Grouped by %1, sorted by %2</source>
        <translation>مجمّعة حسب %1، مفروزة حسب %2</translation>
    </message>
</context>
<context>
    <name>lynceus::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>تجاهل</translation>
    </message>
</context>
<context>
    <name>lynceus::BoardActions</name>
    <message>
        <source>New watch…</source>
        <translation>مراقبة جديدة…</translation>
    </message>
    <message>
        <source>New watch from the clipboard</source>
        <translation>مراقبة جديدة من الحافظة</translation>
    </message>
    <message>
        <source>Extend by 10 min</source>
        <translation>تمديد 10 د</translation>
    </message>
    <message>
        <source>Extend by 1 h</source>
        <translation>تمديد ساعة</translation>
    </message>
    <message>
        <source>Snooze for 1 h</source>
        <translation>تأجيل لمدة ساعة</translation>
    </message>
    <message>
        <source>Share this watch</source>
        <translation>مشاركة هذه المراقبة</translation>
    </message>
    <message>
        <source>I&apos;m on it</source>
        <translation>أتولّى الأمر</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>ملاحظة…</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>إلغاء…</translation>
    </message>
    <message>
        <source>Watch again</source>
        <translation>مراقبة من جديد</translation>
    </message>
    <message>
        <source>Open in Argo CD</source>
        <translation>فتح في Argo CD</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>نسخ التقرير</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>نسخ الرابط</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>I&apos;m no longer on it</source>
        <translation>لم أعد أتولّى الأمر</translation>
    </message>
    <message>
        <source>Open on the team server</source>
        <translation>فتح على خادم الفريق</translation>
    </message>
    <message>
        <source>Extended by %1</source>
        <translation>تم التمديد %1</translation>
    </message>
    <message>
        <source>Snoozed for %1, or until its state changes</source>
        <translation>تم التأجيل لمدة %1، أو حتى تتغيّر الحالة</translation>
    </message>
    <message>
        <source>You are no longer on it</source>
        <translation>لم تعد تتولّى الأمر</translation>
    </message>
    <message>
        <source>%1 is on it</source>
        <translation>%1 يتولّى الأمر</translation>
    </message>
    <message>
        <source>Dismissed; still available on the team server</source>
        <translation>تم التجاهل؛ لا تزال متاحة على خادم الفريق</translation>
    </message>
    <message>
        <source>Dismissed; still listed in Deployments</source>
        <translation>تم التجاهل؛ لا تزال مدرجة في «عمليات النشر»</translation>
    </message>
    <message>
        <source>Report copied as Markdown</source>
        <translation>نُسخ التقرير بصيغة Markdown</translation>
    </message>
    <message>
        <source>Link copied; it opens New watch</source>
        <translation>نُسخ الرابط؛ يفتح «مراقبة جديدة»</translation>
    </message>
    <message numerus="yes">
        <source>%n links copied</source>
        <translation>
            <numerusform>لم يُنسخ أي رابط</numerusform>
            <numerusform>نُسخ رابط واحد</numerusform>
            <numerusform>نُسخ رابطان</numerusform>
            <numerusform>نُسخت %n روابط</numerusform>
            <numerusform>نُسخ %n رابطًا</numerusform>
            <numerusform>نُسخ %n رابط</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lynceus::BoardModel</name>
    <message>
        <source>Without a release</source>
        <translation>دون إصدار</translation>
    </message>
    <message>
        <source>Without an environment</source>
        <translation>دون بيئة</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>يحتاج إلى انتباه</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>قيد التنفيذ</translation>
    </message>
    <message>
        <source>Done today</source>
        <translation>انتهت اليوم</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>في وقت سابق</translation>
    </message>
</context>
<context>
    <name>lynceus::BoardView</name>
    <message>
        <source>Releases</source>
        <translation>الإصدارات</translation>
    </message>
</context>
<context>
    <name>lynceus::DeploymentChart</name>
    <message>
        <source>Deployments over time</source>
        <translation>عمليات النشر عبر الزمن</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
</context>
<context>
    <name>lynceus::DeploymentsModel</name>
    <message>
        <source>In progress</source>
        <translation>قيد التنفيذ</translation>
    </message>
    <message>
        <source>Deployed</source>
        <translation>تم نشره</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>فشل</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>انتهت المهلة</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>حلّ محلّه آخر</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>watched</source>
        <translation>مُراقَب</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>مرصود</translation>
    </message>
    <message>
        <source>reconstructed</source>
        <translation>معاد بناؤه</translation>
    </message>
    <message>
        <source>release %1</source>
        <translation>الإصدار %1</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>على %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>بواسطة %1</translation>
    </message>
    <message>
        <source>began %1</source>
        <translation>بدأ %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>استغرق %1</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>التطبيق</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>المثيل</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>التغيير</translation>
    </message>
    <message>
        <source>By</source>
        <translation>بواسطة</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>استغرق</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>الإثبات</translation>
    </message>
</context>
<context>
    <name>lynceus::DeploymentsPage</name>
    <message>
        <source>Deployments</source>
        <translation>عمليات النشر</translation>
    </message>
    <message>
        <source>Filter deployments</source>
        <translation>تصفية عمليات النشر</translation>
    </message>
    <message>
        <source>Filter: outcome:failed project:shop actor:ann</source>
        <translation>تصفية: outcome:failed project:shop actor:ann</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>عرض التفاصيل</translation>
    </message>
    <message>
        <source>Show the application</source>
        <translation>عرض التطبيق</translation>
    </message>
    <message>
        <source>Watch again</source>
        <translation>مراقبة من جديد</translation>
    </message>
    <message>
        <source>Open in Argo CD</source>
        <translation>فتح في Argo CD</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>نسخ التقرير</translation>
    </message>
    <message>
        <source>Details of the deployment</source>
        <translation>تفاصيل النشر</translation>
    </message>
    <message>
        <source>%1, the newest</source>
        <translation>%1، الأحدث</translation>
    </message>
    <message>
        <source>Lynceus lists the deployments that it observes, and earlier ones from the history of each application.</source>
        <translation>يسرد Lynceus عمليات النشر التي يرصدها، والأقدم من تاريخ كل تطبيق.</translation>
    </message>
    <message>
        <source>Deployments could not be loaded</source>
        <translation>تعذّر تحميل عمليات النشر</translation>
    </message>
    <message>
        <source>%1. Then restart Lynceus.</source>
        <translation>%1. ثم أعد تشغيل Lynceus.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>No deployments in the selected bar</source>
        <translation>لا عمليات نشر في العمود المختار</translation>
    </message>
    <message>
        <source>The selected bar limits the list to a part of the period.</source>
        <translation>يحصر العمود المختار القائمة في جزء من الفترة.</translation>
    </message>
    <message>
        <source>Show the whole period</source>
        <translation>عرض الفترة كلها</translation>
    </message>
    <message>
        <source>No deployments match the filter</source>
        <translation>لا عمليات نشر تطابق التصفية</translation>
    </message>
    <message>
        <source>The filter hides all %1 deployments of this period.</source>
        <translation>تخفي التصفية كل عمليات النشر في هذه الفترة، وعددها %1.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>مسح التصفية</translation>
    </message>
    <message>
        <source>Every deployment, registered or not</source>
        <translation>كل عملية نشر، مسجَّلة أو غير مسجَّلة</translation>
    </message>
    <message>
        <source>No deployments in this period</source>
        <translation>لا عمليات نشر في هذه الفترة</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>عرض الكل</translation>
    </message>
    <message>
        <source>No deployments yet</source>
        <translation>لا عمليات نشر بعد</translation>
    </message>
    <message>
        <source>New watch</source>
        <translation>مراقبة جديدة</translation>
    </message>
    <message>
        <source>No instance of yours has this application; the team server watches it.</source>
        <translation>لا مثيل لديك يحوي هذا التطبيق؛ يراقبه خادم الفريق.</translation>
    </message>
    <message>
        <source>The instance was removed, so its address is unknown.</source>
        <translation>أُزيل المثيل، لذا فعنوانه غير معروف.</translation>
    </message>
    <message>
        <source>Report copied as Markdown</source>
        <translation>نُسخ التقرير بصيغة Markdown</translation>
    </message>
    <message>
        <source>CSV for spreadsheets</source>
        <translation>CSV لجداول البيانات</translation>
    </message>
    <message>
        <source>JSON for programs</source>
        <translation>JSON للبرامج</translation>
    </message>
    <message>
        <source>HTML report</source>
        <translation>تقرير HTML</translation>
    </message>
    <message>
        <source>Markdown report</source>
        <translation>تقرير Markdown</translation>
    </message>
    <message>
        <source>CSV of the verdicts of watches</source>
        <translation>CSV لأحكام المراقبات</translation>
    </message>
    <message>
        <source>JSON of watches with their evidence</source>
        <translation>JSON للمراقبات مع أدلتها</translation>
    </message>
    <message>
        <source>Export deployments</source>
        <translation>تصدير عمليات النشر</translation>
    </message>
    <message>
        <source>Watches exported to %1</source>
        <translation>صُدّرت المراقبات إلى %1</translation>
    </message>
    <message>
        <source>Deployments exported to %1</source>
        <translation>صُدّرت عمليات النشر إلى %1</translation>
    </message>
</context>
<context>
    <name>lynceus::DeploymentsView</name>
    <message>
        <source>Deployments</source>
        <translation>عمليات النشر</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
</context>
<context>
    <name>lynceus::DesktopIntegration</name>
    <message>
        <source>Settings…</source>
        <translation>الإعدادات…</translation>
    </message>
    <message>
        <source>Quit Lynceus</source>
        <translation>إنهاء Lynceus</translation>
    </message>
    <message>
        <source>Watches are still running</source>
        <translation>لا تزال هناك مراقبات جارية</translation>
    </message>
    <message>
        <source>A background service can keep watching and notify you. Otherwise watches stop until Lynceus starts again. Settings can change this later.</source>
        <translation>يمكن لخدمة الخلفية مواصلة المراقبة وإرسال الإشعارات. وإلا تتوقف المراقبات حتى يبدأ Lynceus من جديد. يمكن تغيير ذلك لاحقًا في الإعدادات.</translation>
    </message>
    <message>
        <source>Keep watching in the background</source>
        <translation>مواصلة المراقبة في الخلفية</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>إيقاف المراقبة</translation>
    </message>
    <message>
        <source>If the clipboard does not contain the cause yet, press a key or click in this window.</source>
        <translation>إذا لم تكن الحافظة تحتوي على السبب بعد، فاضغط على مفتاح أو انقر داخل هذه النافذة.</translation>
    </message>
</context>
<context>
    <name>lynceus::DetailBanner</name>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
</context>
<context>
    <name>lynceus::DetailHeader</name>
    <message>
        <source>Copy &amp;report</source>
        <translation>&amp;نسخ التقرير</translation>
    </message>
    <message>
        <source>&amp;Argo CD</source>
        <translation>&amp;Argo CD</translation>
    </message>
    <message>
        <source>&amp;Extend</source>
        <translation>&amp;تمديد</translation>
    </message>
    <message>
        <source>Extend the deadline by 10 minutes</source>
        <translation>تمديد الموعد النهائي 10 دقائق</translation>
    </message>
    <message>
        <source>Copy a Markdown report for a chat or an issue</source>
        <translation>نسخ تقرير Markdown لمحادثة أو مشكلة</translation>
    </message>
    <message>
        <source>Team &amp;server</source>
        <translation>&amp;خادم الفريق</translation>
    </message>
    <message>
        <source>Open on the team server</source>
        <translation>فتح على خادم الفريق</translation>
    </message>
    <message>
        <source>Open in Argo CD</source>
        <translation>فتح في Argo CD</translation>
    </message>
    <message>
        <source>Open the task&apos;s page on %1</source>
        <translation>فتح صفحة المهمة على %1</translation>
    </message>
    <message>
        <source>Open the application&apos;s page in Argo CD</source>
        <translation>فتح صفحة التطبيق في Argo CD</translation>
    </message>
    <message>
        <source>No longer on it</source>
        <translation>لم أعد أتولّى الأمر</translation>
    </message>
    <message>
        <source>I&apos;m on it</source>
        <translation>أتولّى الأمر</translation>
    </message>
    <message>
        <source>Show others that you are no longer working on it</source>
        <translation>إعلام الآخرين بأنك لم تعد تعمل عليه</translation>
    </message>
    <message>
        <source>Show others that you are working on it</source>
        <translation>إعلام الآخرين بأنك تعمل عليه</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 دقائق</translation>
    </message>
    <message>
        <source>10 minutes</source>
        <translation>10 دقائق</translation>
    </message>
    <message>
        <source>30 minutes</source>
        <translation>30 دقيقة</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>ساعة واحدة</translation>
    </message>
</context>
<context>
    <name>lynceus::DetailPane</name>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>الموارد</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>المخطط الزمني</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>الأحداث</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>السجلات</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>الأدلة</translation>
    </message>
    <message>
        <source>Events %1</source>
        <translation>الأحداث %1</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>علامة التبويب التالية</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>علامة التبويب السابقة</translation>
    </message>
    <message>
        <source>Data from %1. None of your instances has this application.</source>
        <translation>البيانات من %1. لا مثيل لديك يحوي هذا التطبيق.</translation>
    </message>
    <message>
        <source>This team server was removed from Lynceus.</source>
        <translation>أُزيل خادم الفريق هذا من Lynceus.</translation>
    </message>
    <message>
        <source>This instance was removed from Lynceus. Only stored data is shown.</source>
        <translation>أُزيل هذا المثيل من Lynceus. تظهر البيانات المخزنة فقط.</translation>
    </message>
    <message>
        <source>The data shown may be out of date: %1</source>
        <translation>قد تكون البيانات المعروضة قديمة: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>الانتقال إلى %1</translation>
    </message>
</context>
<context>
    <name>lynceus::DiagnosticsDialog</name>
    <message>
        <source>Checking this computer and each instance…</source>
        <translation>جارٍ فحص هذا الحاسوب وكل مثيل…</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>التشخيص</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>نتائج الفحص</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>تم النسخ.</translation>
    </message>
    <message>
        <source>The checks did not run: the program lynceus was not found. Install it beside this window.</source>
        <translation>لم تُجرَ الفحوص: لم يُعثر على البرنامج lynceus. ثبّته بجانب هذه النافذة.</translation>
    </message>
    <message>
        <source>The checks did not run: %1.</source>
        <translation>لم تُجرَ الفحوص: %1.</translation>
    </message>
    <message>
        <source>What Lynceus found. For a bug report, run lynceus doctor --bundle FILE in a terminal.</source>
        <translation>ما وجده Lynceus. لتقرير خطأ، شغّل lynceus doctor --bundle FILE في طرفية.</translation>
    </message>
</context>
<context>
    <name>lynceus::EmptyBoard</name>
    <message>
        <source>See the demo</source>
        <translation>مشاهدة العرض التوضيحي</translation>
    </message>
    <message>
        <source>Image reference</source>
        <translation>مرجع الصورة</translation>
    </message>
    <message>
        <source>Opens a second window with simulated instances. Nothing leaves this computer.</source>
        <translation>يفتح نافذة ثانية بمثيلات محاكاة. لا شيء يغادر هذا الحاسوب.</translation>
    </message>
    <message>
        <source>No watches</source>
        <translation>لا مراقبات</translation>
    </message>
    <message>
        <source>Paste the image that your pipeline pushed. Lynceus finds the applications that use it and notifies you when the new version runs, or which pod fails.</source>
        <translation>الصق الصورة التي دفعها خط الأنابيب. يجد Lynceus التطبيقات التي تستخدمها ويرسل إشعارًا عندما يعمل الإصدار الجديد، أو يبيّن أي Pod يفشل.</translation>
    </message>
    <message>
        <source>New watch</source>
        <translation>مراقبة جديدة</translation>
    </message>
    <message>
        <source>Add your Argo CD instance</source>
        <translation>إضافة مثيل Argo CD</translation>
    </message>
    <message>
        <source>Lynceus needs its address and your sign-in, as the argocd CLI does. Then paste an image here, and Lynceus notifies you when it runs.</source>
        <translation>يحتاج Lynceus إلى عنوانه وتسجيل الدخول، مثل argocd CLI. ثم الصق صورة هنا، فيرسل Lynceus إشعارًا عندما تعمل.</translation>
    </message>
    <message>
        <source>Add an instance</source>
        <translation>إضافة مثيل</translation>
    </message>
    <message>
        <source>Import 1 context from the argocd CLI</source>
        <translation>استيراد سياق واحد من argocd CLI</translation>
    </message>
    <message numerus="yes">
        <source>Import %n contexts from the argocd CLI</source>
        <translation>
            <numerusform>لا سياقات للاستيراد من argocd CLI</numerusform>
            <numerusform>استيراد سياق واحد من argocd CLI</numerusform>
            <numerusform>استيراد سياقين من argocd CLI</numerusform>
            <numerusform>استيراد %n سياقات من argocd CLI</numerusform>
            <numerusform>استيراد %n سياقًا من argocd CLI</numerusform>
            <numerusform>استيراد %n سياق من argocd CLI</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lynceus::EnvironmentsEditor</name>
    <message>
        <source>Blue</source>
        <translation>أزرق</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>بنفسجي</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>أزرق مخضر</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>بني</translation>
    </message>
    <message>
        <source>Rose</source>
        <translation>وردي</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>زيتوني</translation>
    </message>
    <message>
        <source>Indigo</source>
        <translation>نيلي</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>رمادي</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>المثيل</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>مساحة الأسماء</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>العنقود</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>المشروع</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>التسمية</translation>
    </message>
    <message>
        <source>Environments are labels such as dev, staging and production. The board shows and groups applications by them.</source>
        <translation>البيئات تسميات مثل dev وstaging وproduction. تعرض اللوحة التطبيقات وتجمّعها حسبها.</translation>
    </message>
    <message>
        <source>Add environment</source>
        <translation>إضافة بيئة</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>تنطبق على</translation>
    </message>
    <message>
        <source>Values, first match counts</source>
        <translation>القيم، أول تطابق يُعتمد</translation>
    </message>
    <message>
        <source>Name of environment %1</source>
        <translation>اسم البيئة %1</translation>
    </message>
    <message>
        <source>Colour of environment %1</source>
        <translation>لون البيئة %1</translation>
    </message>
    <message>
        <source>What environment %1 applies to</source>
        <translation>ما تنطبق عليه البيئة %1</translation>
    </message>
    <message>
        <source>Values of environment %1</source>
        <translation>قيم البيئة %1</translation>
    </message>
    <message>
        <source>Separated by commas; * stands for any characters. A label is written as KEY=VALUE.</source>
        <translation>مفصولة بفواصل (,)؛ والعلامة * تعني أي أحرف. تُكتب التسمية بالشكل KEY=VALUE.</translation>
    </message>
    <message>
        <source>Move environment %1 up</source>
        <translation>نقل البيئة %1 إلى أعلى</translation>
    </message>
    <message>
        <source>Move environment %1 down</source>
        <translation>نقل البيئة %1 إلى أسفل</translation>
    </message>
    <message>
        <source>Remove environment %1</source>
        <translation>إزالة البيئة %1</translation>
    </message>
    <message>
        <source>Not saved yet: %1</source>
        <translation>لم تُحفظ بعد: %1</translation>
    </message>
</context>
<context>
    <name>lynceus::EventsModel</name>
    <message>
        <source>%1 ago</source>
        <translation>منذ %1</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>آخر ظهور</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>About</source>
        <translation>بشأن</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>العلّة</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>العدد</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>الرسالة</translation>
    </message>
</context>
<context>
    <name>lynceus::EventsTab</name>
    <message>
        <source>Message of the selected event</source>
        <translation>رسالة الحدث المختار</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>الأحداث</translation>
    </message>
    <message>
        <source>Events of %1 and of the application, newest first.</source>
        <translation>أحداث %1 والتطبيق، الأحدث أولًا.</translation>
    </message>
    <message>
        <source>Events of the application, newest first.</source>
        <translation>أحداث التطبيق، الأحدث أولًا.</translation>
    </message>
    <message>
        <source>Events could not be loaded: %1</source>
        <translation>تعذّر تحميل الأحداث: %1</translation>
    </message>
    <message>
        <source>Loading events…</source>
        <translation>جارٍ تحميل الأحداث…</translation>
    </message>
    <message>
        <source>No events of %1 or of the application. Kubernetes deletes events after an hour.</source>
        <translation>لا توجد أحداث لـ %1 ولا للتطبيق. يحذف Kubernetes الأحداث بعد ساعة.</translation>
    </message>
    <message>
        <source>No events. Kubernetes deletes events after an hour.</source>
        <translation>لا توجد أحداث. يحذف Kubernetes الأحداث بعد ساعة.</translation>
    </message>
</context>
<context>
    <name>lynceus::EvidenceTab</name>
    <message>
        <source>Evidence</source>
        <translation>الأدلة</translation>
    </message>
    <message>
        <source>Copy evidence</source>
        <translation>نسخ الأدلة</translation>
    </message>
    <message>
        <source>Copy the evidence as Markdown</source>
        <translation>نسخ الأدلة بصيغة Markdown</translation>
    </message>
    <message>
        <source>Time zone: %1</source>
        <translation>المنطقة الزمنية: %1</translation>
    </message>
</context>
<context>
    <name>lynceus::ExpectationForm</name>
    <message>
        <source>Expect</source>
        <translation>المتوقع</translation>
    </message>
    <message>
        <source>Wait for an application that does not exist yet</source>
        <translation>انتظار تطبيق لم يوجد بعد</translation>
    </message>
    <message>
        <source>Watch the applications of an app of apps or an ApplicationSet</source>
        <translation>مراقبة تطبيقات app of apps أو ApplicationSet</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>المثيل</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>الصورة</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>المراجعة</translation>
    </message>
    <message>
        <source>Chart version</source>
        <translation>إصدار chart</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>الإصدار التالي</translation>
    </message>
    <message>
        <source>The pods run this image</source>
        <translation>Pods تشغّل هذه الصورة</translation>
    </message>
    <message>
        <source>This commit or tag was applied and runs</source>
        <translation>طُبّق هذا الـ commit أو الوسم ويعمل</translation>
    </message>
    <message>
        <source>This version of the Helm chart was applied and runs</source>
        <translation>طُبّق هذا الإصدار من Helm chart ويعمل</translation>
    </message>
    <message>
        <source>The next version after the running or desired one</source>
        <translation>الإصدار التالي بعد الإصدار العامل أو المطلوب</translation>
    </message>
    <message>
        <source>Name of the application</source>
        <translation>اسم التطبيق</translation>
    </message>
    <message>
        <source>shop-web, or namespace/shop-web</source>
        <translation>shop-web، أو namespace/shop-web</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>التطبيق</translation>
    </message>
    <message>
        <source>Commit or tag, for example 3f2a1b0 or v1.5.0</source>
        <translation>commit أو وسم، مثل 3f2a1b0 أو v1.5.0</translation>
    </message>
    <message>
        <source>For example 1.5.2</source>
        <translation>مثل 1.5.2</translation>
    </message>
    <message>
        <source>Enter the name of the application.</source>
        <translation>أدخل اسم التطبيق.</translation>
    </message>
    <message>
        <source>Choose the instance on which it will be created.</source>
        <translation>اختر المثيل الذي سيُنشأ عليه.</translation>
    </message>
    <message>
        <source>Choose its instance.</source>
        <translation>اختر مثيله.</translation>
    </message>
    <message>
        <source>Enter the complete image reference with its version.</source>
        <translation>أدخل مرجع الصورة الكامل مع إصداره.</translation>
    </message>
    <message>
        <source>Enter the version to expect.</source>
        <translation>أدخل الإصدار المتوقع.</translation>
    </message>
</context>
<context>
    <name>lynceus::FilterField</name>
    <message>
        <source>Number of items shown</source>
        <translation>عدد العناصر المعروضة</translation>
    </message>
</context>
<context>
    <name>lynceus::FindButton</name>
    <message>
        <source>Find applications, watches and commands</source>
        <translation>البحث عن تطبيقات ومراقبات وأوامر</translation>
    </message>
    <message>
        <source>Find applications, watches and commands   %1</source>
        <translation>البحث عن تطبيقات ومراقبات وأوامر   %1</translation>
    </message>
    <message>
        <source>Find   %1</source>
        <translation>بحث   %1</translation>
    </message>
</context>
<context>
    <name>lynceus::FollowDialog</name>
    <message>
        <source>no</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Notify</source>
        <translation>الإشعار</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>الموعد النهائي</translation>
    </message>
    <message>
        <source>Observe for</source>
        <translation>مدة الرصد</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Follow rules</source>
        <translation>قواعد المتابعة</translation>
    </message>
    <message>
        <source>Filter of the applications to follow</source>
        <translation>تصفية التطبيقات المراد متابعتها</translation>
    </message>
    <message>
        <source>For example project:shop instance:prod</source>
        <translation>مثل project:shop instance:prod</translation>
    </message>
    <message>
        <source>problems</source>
        <translation>المشكلات</translation>
    </message>
    <message>
        <source>all news</source>
        <translation>كل المستجدات</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>F&amp;ilter</source>
        <translation>&amp;التصفية</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;الاسم</translation>
    </message>
    <message>
        <source>Notify of</source>
        <translation>الإشعار عن</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>القاعدة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>التصفية</translation>
    </message>
    <message>
        <source>Each new version of the applications that match is watched automatically.</source>
        <translation>كل إصدار جديد من التطبيقات المطابقة يُراقَب تلقائيًا.</translation>
    </message>
    <message>
        <source>1 application matches now. Each of its new versions is watched automatically.</source>
        <translation>يطابق الآن تطبيق واحد. يُراقَب كل إصدار جديد منه تلقائيًا.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln applications match now. Each of their new versions is watched automatically.</source>
        <translation>
            <numerusform>لا يطابق الآن أي تطبيق. يُراقَب كل إصدار جديد تلقائيًا.</numerusform>
            <numerusform>يطابق الآن تطبيق واحد. يُراقَب كل إصدار جديد منه تلقائيًا.</numerusform>
            <numerusform>يطابق الآن تطبيقان. يُراقَب كل إصدار جديد منهما تلقائيًا.</numerusform>
            <numerusform>تطابق الآن %Ln تطبيقات. يُراقَب كل إصدار جديد منها تلقائيًا.</numerusform>
            <numerusform>يطابق الآن %Ln تطبيقًا. يُراقَب كل إصدار جديد منها تلقائيًا.</numerusform>
            <numerusform>يطابق الآن %Ln تطبيق. يُراقَب كل إصدار جديد منها تلقائيًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a rule named %1. Use another name, or remove that one.</source>
        <translation>توجد قاعدة باسم %1. استخدم اسمًا آخر، أو أزل تلك.</translation>
    </message>
    <message>
        <source>%1 is followed</source>
        <translation>تتم متابعة %1</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>متوقفة مؤقتًا</translation>
    </message>
    <message>
        <source>active</source>
        <translation>فعّالة</translation>
    </message>
    <message>
        <source>No follow rules yet</source>
        <translation>لا قواعد متابعة بعد</translation>
    </message>
    <message>
        <source>Follow rules; the oldest that matches an application counts</source>
        <translation>قواعد المتابعة؛ تُعتمد الأقدم المطابقة للتطبيق</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>استئناف</translation>
    </message>
</context>
<context>
    <name>lynceus::FreshnessStrip</name>
    <message>
        <source>No instances</source>
        <translation>لا مثيلات</translation>
    </message>
</context>
<context>
    <name>lynceus::HelpWindow</name>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>الأحكام</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>عمليات النشر</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>التسجيلات</translation>
    </message>
    <message>
        <source>Team server</source>
        <translation>خادم الفريق</translation>
    </message>
    <message>
        <source>Background service</source>
        <translation>خدمة الخلفية</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>الجديد</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>المساعدة</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>المواضيع</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>الصفحة</translation>
    </message>
</context>
<context>
    <name>lynceus::ImportDialog</name>
    <message>
        <source>already added</source>
        <translation>مضاف بالفعل</translation>
    </message>
    <message>
        <source>with token</source>
        <translation>برمز مميّز</translation>
    </message>
    <message>
        <source>sign in after import</source>
        <translation>تسجيل الدخول بعد الاستيراد</translation>
    </message>
    <message>
        <source>Import contexts</source>
        <translation>استيراد السياقات</translation>
    </message>
    <message>
        <source>the default location of the argocd CLI</source>
        <translation>الموقع الافتراضي لـ argocd CLI</translation>
    </message>
    <message>
        <source>Configuration of the argocd CLI</source>
        <translation>إعدادات argocd CLI</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>السياق</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Contexts</source>
        <translation>السياقات</translation>
    </message>
    <message>
        <source>Adds the contexts of the argocd CLI as instances. The CLI&apos;s configuration file is not changed.</source>
        <translation>يضيف سياقات argocd CLI كمثيلات. لا يُغيَّر ملف إعدادات CLI.</translation>
    </message>
    <message>
        <source>This file contains no contexts.</source>
        <translation>لا سياقات في هذا الملف.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>استيراد %1</translation>
    </message>
</context>
<context>
    <name>lynceus::InlineBar</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>lynceus::InstanceBadge</name>
    <message>
        <source>Instance %1</source>
        <translation>المثيل %1</translation>
    </message>
</context>
<context>
    <name>lynceus::InstanceCard</name>
    <message>
        <source>Actions</source>
        <translation>إجراءات</translation>
    </message>
    <message>
        <source>Actions for %1</source>
        <translation>إجراءات %1</translation>
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
        <translation>جارٍ التحقق من الأذونات…</translation>
    </message>
    <message>
        <source>permissions could not be checked: %1</source>
        <translation>تعذّر التحقق من الأذونات: %1</translation>
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
        <translation>%1: %2، عمر البيانات %3</translation>
    </message>
</context>
<context>
    <name>lynceus::InstancesPage</name>
    <message>
        <source>No instance matches the filter</source>
        <translation>لا مثيل يطابق التصفية</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>المثيلات</translation>
    </message>
    <message>
        <source>Import contexts</source>
        <translation>استيراد السياقات</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Add an instance</source>
        <translation>إضافة مثيل</translation>
    </message>
    <message>
        <source>Filter by name or address</source>
        <translation>التصفية بالاسم أو العنوان</translation>
    </message>
    <message>
        <source>Filter instances</source>
        <translation>تصفية المثيلات</translation>
    </message>
    <message>
        <source>No instances yet</source>
        <translation>لا مثيلات بعد</translation>
    </message>
    <message>
        <source>Add an instance with the address that you use in the browser, or import contexts from the argocd CLI. Lynceus has read-only access and does not change anything in Argo CD. A team server (lynceus serve or an Argo Watcher) is added in the same way.</source>
        <translation>أضف مثيلًا بالعنوان المستخدم في المتصفح، أو استورد السياقات من argocd CLI. وصول Lynceus للقراءة فقط ولا يغيّر شيئًا في Argo CD. يُضاف خادم الفريق (lynceus serve أو Argo Watcher) بالطريقة نفسها.</translation>
    </message>
    <message>
        <source>Signed in.</source>
        <translation>تم تسجيل الدخول.</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>تم تسجيل الدخول باسم %1.</translation>
    </message>
    <message>
        <source>No keychain is available. The token is discarded when Lynceus quits.</source>
        <translation>لا تتوفر سلسلة مفاتيح. يُهمل الرمز المميّز عند إنهاء Lynceus.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>اختبار</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>تسجيل الدخول من جديد…</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>تسجيل الدخول…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>استئناف</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>إعادة تسمية…</translation>
    </message>
    <message>
        <source>Change the address…</source>
        <translation>تغيير العنوان…</translation>
    </message>
    <message>
        <source>Certificate…</source>
        <translation>الشهادة…</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>إزالة…</translation>
    </message>
    <message>
        <source>Certificate of %1</source>
        <translation>شهادة %1</translation>
    </message>
    <message>
        <source>Trusted by this computer.</source>
        <translation>موثوقة لدى هذا الحاسوب.</translation>
    </message>
    <message>
        <source>SHA-256: %1
For: %2
Issued by: %3</source>
        <translation>SHA-256: %1
صادرة لـ: %2
أصدرها: %3</translation>
    </message>
    <message>
        <source>Unpin this certificate</source>
        <translation>إلغاء تثبيت هذه الشهادة</translation>
    </message>
    <message>
        <source>Pin this certificate</source>
        <translation>تثبيت هذه الشهادة</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>إعادة تسمية %1</translation>
    </message>
    <message>
        <source>Name, used before the colon as in staging:shop-web</source>
        <translation>الاسم، يُستخدم قبل النقطتين كما في staging:shop-web</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>هل يُزال %1؟</translation>
    </message>
    <message>
        <source>Its tokens are deleted and its running watches are cancelled. History is kept.</source>
        <translation>تُحذف رموزه المميّزة وتُلغى مراقباته الجارية. تبقى المحفوظات.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
</context>
<context>
    <name>lynceus::KeyField</name>
    <message>
        <source>Press the new shortcut. Backspace clears it.</source>
        <translation>اضغط الاختصار الجديد. مفتاح Backspace يمسحه.</translation>
    </message>
    <message>
        <source>Default shortcut of %1</source>
        <translation>الاختصار الافتراضي لـ %1</translation>
    </message>
    <message>
        <source>Reset to default</source>
        <translation>إعادة إلى الافتراضي</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
</context>
<context>
    <name>lynceus::KeychainProbe</name>
    <message>
        <source>values stored in the keychain cannot be read back</source>
        <translation>تتعذّر قراءة القيم المخزنة في سلسلة المفاتيح</translation>
    </message>
    <message>
        <source>values stored in the keychain cannot be removed: %1</source>
        <translation>تتعذّر إزالة القيم المخزنة في سلسلة المفاتيح: %1</translation>
    </message>
</context>
<context>
    <name>lynceus::ListPage</name>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Add an instance with the address that you use in the browser.</source>
        <translation>أضف مثيلًا بالعنوان المستخدم في المتصفح.</translation>
    </message>
    <message>
        <source>Add an instance</source>
        <translation>إضافة مثيل</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
</context>
<context>
    <name>lynceus::LogText</name>
    <message>
        <source>Log</source>
        <translation>السجل</translation>
    </message>
</context>
<context>
    <name>lynceus::LogsTab</name>
    <message>
        <source>No pods.</source>
        <translation>لا Pods.</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>اختفى</translation>
    </message>
    <message>
        <source>Loading containers…</source>
        <translation>جارٍ تحميل الحاويات…</translation>
    </message>
    <message>
        <source>Containers could not be loaded: %1</source>
        <translation>تعذّر تحميل الحاويات: %1</translation>
    </message>
    <message>
        <source>Loading log…</source>
        <translation>جارٍ تحميل السجل…</translation>
    </message>
    <message>
        <source>The container ended.</source>
        <translation>انتهت الحاوية.</translation>
    </message>
    <message>
        <source>The container ended without output.</source>
        <translation>انتهت الحاوية دون مخرجات.</translation>
    </message>
    <message>
        <source>Your account does not have access to the logs of this application.</source>
        <translation>لا يملك الحساب الوصول إلى سجلات هذا التطبيق.</translation>
    </message>
    <message>
        <source>Your account does not have access to logs in project %1. Ask your administrator for the permission “logs, get”.</source>
        <translation>لا يملك الحساب الوصول إلى السجلات في المشروع %1. اطلب من المسؤول الإذن «logs, get».</translation>
    </message>
    <message>
        <source>The log stopped: %1</source>
        <translation>توقّف السجل: %1</translation>
    </message>
    <message>
        <source>&amp;Before the last restart</source>
        <translation>&amp;قبل آخر إعادة تشغيل</translation>
    </message>
    <message>
        <source>&amp;Wrap lines</source>
        <translation>&amp;لفّ الأسطر</translation>
    </message>
    <message>
        <source>Copy &amp;log</source>
        <translation>&amp;نسخ السجل</translation>
    </message>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>الحاوية</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>البحث في السجل</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>المطابقة التالية</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>المطابقة السابقة</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>لا مطابقة</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>1 new line</source>
        <translation>سطر جديد واحد</translation>
    </message>
    <message numerus="yes">
        <source>%n new lines</source>
        <translation>
            <numerusform>لا أسطر جديدة</numerusform>
            <numerusform>سطر جديد واحد</numerusform>
            <numerusform>سطران جديدان</numerusform>
            <numerusform>%n أسطر جديدة</numerusform>
            <numerusform>%n سطرًا جديدًا</numerusform>
            <numerusform>%n سطر جديد</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has no pods.</source>
        <translation>ليس لدى %1 أي Pods.</translation>
    </message>
</context>
<context>
    <name>lynceus::LoopbackListener</name>
    <message>
        <source>Return to Lynceus to see whether the sign-in succeeded. You can close this page.</source>
        <translation>عُد إلى Lynceus لمعرفة هل نجح تسجيل الدخول. يمكن إغلاق هذه الصفحة.</translation>
    </message>
</context>
<context>
    <name>lynceus::MainWindow</name>
    <message>
        <source>Lynceus demo (simulated data)</source>
        <translation>عرض Lynceus التوضيحي (بيانات محاكاة)</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>الإصدارات</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>التطبيقات</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>عمليات النشر</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>إصدارات الخدمات</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>المثيلات</translation>
    </message>
    <message>
        <source>%1 is connected. Next, choose an application or an image, and watch its release.</source>
        <translation>%1 متصل. الخطوة التالية: اختيار تطبيق أو صورة ومراقبة الإصدار.</translation>
    </message>
    <message>
        <source>Watch a release</source>
        <translation>مراقبة إصدار</translation>
    </message>
    <message>
        <source>New watch…</source>
        <translation>مراقبة جديدة…</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>بحث…</translation>
    </message>
    <message>
        <source>Find in the current list or tab</source>
        <translation>البحث في القائمة أو علامة التبويب الحالية</translation>
    </message>
    <message>
        <source>Switch between list and details</source>
        <translation>التبديل بين القائمة والتفاصيل</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation>فتح القائمة</translation>
    </message>
    <message>
        <source>Group and sort the board…</source>
        <translation>تجميع اللوحة وفرزها…</translation>
    </message>
    <message>
        <source>Wallboard</source>
        <translation>لوحة العرض</translation>
    </message>
    <message>
        <source>Add an instance…</source>
        <translation>إضافة مثيل…</translation>
    </message>
    <message>
        <source>Retry all instances</source>
        <translation>إعادة محاولة كل المثيلات</translation>
    </message>
    <message>
        <source>Follow rules…</source>
        <translation>قواعد المتابعة…</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>المفاتيح…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Import contexts…</source>
        <translation>استيراد السياقات…</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>Diagnostics…</source>
        <translation>التشخيص…</translation>
    </message>
    <message>
        <source>About Lynceus</source>
        <translation>حول Lynceus</translation>
    </message>
    <message>
        <source>New watch</source>
        <translation>مراقبة جديدة</translation>
    </message>
    <message>
        <source>Watch an image until it runs</source>
        <translation>مراقبة صورة حتى تعمل</translation>
    </message>
    <message>
        <source>Watch an image until it runs (%1)</source>
        <translation>مراقبة صورة حتى تعمل (%1)</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>في كل مكان</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>watch for %1 on %2</source>
        <translation>مراقبة %1 على %2</translation>
    </message>
    <message>
        <source>instance</source>
        <translation>مثيل</translation>
    </message>
    <message>
        <source>The demo could not be started. Run lynceus demo in a terminal.</source>
        <translation>تعذّر بدء العرض التوضيحي. شغّل lynceus demo في طرفية.</translation>
    </message>
    <message>
        <source>The window could not be opened again.</source>
        <translation>تعذّرت إعادة فتح النافذة.</translation>
    </message>
    <message>
        <source>Start Lynceus again. The new language is stored.</source>
        <translation>شغّل Lynceus من جديد. اللغة الجديدة محفوظة.</translation>
    </message>
</context>
<context>
    <name>lynceus::ManifestTab</name>
    <message>
        <source>Select a resource on the Resources tab.</source>
        <translation>اختر موردًا في علامة التبويب «الموارد».</translation>
    </message>
    <message>
        <source>Loading the manifest of %1…</source>
        <translation>جارٍ تحميل manifest الخاص بـ %1…</translation>
    </message>
    <message>
        <source>The manifest of %1 could not be loaded: %2</source>
        <translation>تعذّر تحميل manifest الخاص بـ %1: %2</translation>
    </message>
    <message>
        <source>Copy &amp;manifest</source>
        <translation>نسخ &amp;manifest</translation>
    </message>
    <message>
        <source>Copy &amp;live</source>
        <translation>&amp;نسخ الحي</translation>
    </message>
    <message>
        <source>%1 has no manifest: it no longer exists, or Argo CD does not manage it.</source>
        <translation>ليس لـ %1 أي manifest: لم يعد موجودًا، أو لا يديره Argo CD.</translation>
    </message>
    <message>
        <source>%1, live. It is not in git; it was created by something other than Argo CD.</source>
        <translation>%1، الحي. ليس في git؛ أنشأته جهة غير Argo CD.</translation>
    </message>
    <message>
        <source>%1, as defined in git. It does not exist in the cluster yet.</source>
        <translation>%1، كما عُرّف في git. ليس موجودًا في العنقود بعد.</translation>
    </message>
    <message>
        <source>%1: no differences between live and git.</source>
        <translation>%1: لا فروق بين الحي وgit.</translation>
    </message>
    <message>
        <source>%1: 1 difference from live (−) to git (+).</source>
        <translation>%1: فرق واحد من الحي (−) إلى git ‏(+).</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n differences from live (−) to git (+).</source>
        <translation>
            <numerusform>%1: لا فروق من الحي (−) إلى git ‏(+).</numerusform>
            <numerusform>%1: فرق واحد من الحي (−) إلى git ‏(+).</numerusform>
            <numerusform>%1: فرقان من الحي (−) إلى git ‏(+).</numerusform>
            <numerusform>%1: %n فروق من الحي (−) إلى git ‏(+).</numerusform>
            <numerusform>%1: %n فرقًا من الحي (−) إلى git ‏(+).</numerusform>
            <numerusform>%1: %n فرق من الحي (−) إلى git ‏(+).</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation>&amp;الفرق</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>&amp;جنبًا إلى جنب</translation>
    </message>
    <message>
        <source>With status and &amp;managed fields</source>
        <translation>&amp;مع status والحقول المُدارة</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>Live manifest</source>
        <translation>manifest الحي</translation>
    </message>
    <message>
        <source>Manifest in git</source>
        <translation>manifest في git</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>الفرق السابق</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>الفرق التالي</translation>
    </message>
    <message>
        <source>Previous difference (Shift+F8)</source>
        <translation>الفرق السابق (Shift+F8)</translation>
    </message>
    <message>
        <source>Next difference (F8)</source>
        <translation>الفرق التالي (F8)</translation>
    </message>
    <message>
        <source>%1, live. It is a hook (%2): syncs create it, and Argo CD does not compare it with git.</source>
        <translation>%1، الحي. إنه hook (%2): تنشئه عمليات المزامنة، ولا يقارنه Argo CD مع git.</translation>
    </message>
</context>
<context>
    <name>lynceus::NewWatchDialog</name>
    <message>
        <source>Environment</source>
        <translation>البيئة</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>New watch</source>
        <translation>مراقبة جديدة</translation>
    </message>
    <message>
        <source>Notify me when this image runs</source>
        <translation>إشعار عندما تعمل هذه الصورة</translation>
    </message>
    <message>
        <source>Image or application, for example ghcr.io/acme/shop-web:1.5.0</source>
        <translation>صورة أو تطبيق، مثل ghcr.io/acme/shop-web:1.5.0</translation>
    </message>
    <message>
        <source>Image reference or application name</source>
        <translation>مرجع صورة أو اسم تطبيق</translation>
    </message>
    <message>
        <source>from the clipboard</source>
        <translation>من الحافظة</translation>
    </message>
    <message>
        <source>Applications that use this image</source>
        <translation>التطبيقات التي تستخدم هذه الصورة</translation>
    </message>
    <message>
        <source>Equivalent command</source>
        <translation>الأمر المكافئ</translation>
    </message>
    <message>
        <source>Copy the equivalent command</source>
        <translation>نسخ الأمر المكافئ</translation>
    </message>
    <message>
        <source>Release name</source>
        <translation>اسم الإصدار</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Runs on %1</source>
        <translation>يعمل على %1</translation>
    </message>
    <message numerus="yes">
        <source>Watch %n applications</source>
        <translation>
            <numerusform>لا تطبيقات للمراقبة</numerusform>
            <numerusform>مراقبة تطبيق واحد</numerusform>
            <numerusform>مراقبة تطبيقين</numerusform>
            <numerusform>مراقبة %n تطبيقات</numerusform>
            <numerusform>مراقبة %n تطبيقًا</numerusform>
            <numerusform>مراقبة %n تطبيق</numerusform>
        </translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>مراقبة</translation>
    </message>
    <message>
        <source>Lynceus watches the applications that it manages as one release.</source>
        <translation>يراقب Lynceus التطبيقات التي يديرها كإصدار واحد.</translation>
    </message>
    <message>
        <source>This application is watched as soon as it is created.</source>
        <translation>تبدأ مراقبة هذا التطبيق فور إنشائه.</translation>
    </message>
    <message>
        <source>enter one version for all applications, or one for each: shop-web:1.5.0 orders:2.0.0</source>
        <translation>أدخل إصدارًا واحدًا لكل التطبيقات، أو واحدًا لكل منها: shop-web:1.5.0 orders:2.0.0</translation>
    </message>
    <message>
        <source>add a version after a colon, or select one that is running</source>
        <translation>أضف إصدارًا بعد نقطتين، أو اختر إصدارًا يعمل</translation>
    </message>
    <message>
        <source>select the applications to watch</source>
        <translation>اختر التطبيقات المراد مراقبتها</translation>
    </message>
    <message>
        <source>expects all of: %1</source>
        <translation>كلها متوقعة: %1</translation>
    </message>
    <message>
        <source>Version, for example 1.5.0</source>
        <translation>الإصدار، مثل 1.5.0</translation>
    </message>
    <message>
        <source>Version of the selected applications</source>
        <translation>إصدار التطبيقات المختارة</translation>
    </message>
    <message>
        <source>No instance has been added yet.</source>
        <translation>لم يُضف أي مثيل بعد.</translation>
    </message>
    <message>
        <source>Add an instance…</source>
        <translation>إضافة مثيل…</translation>
    </message>
    <message>
        <source>No applications are known yet.</source>
        <translation>لا تطبيقات معروفة بعد.</translation>
    </message>
    <message>
        <source>Show instances</source>
        <translation>عرض المثيلات</translation>
    </message>
    <message>
        <source>The data of these instances may be out of date or incomplete: %1</source>
        <translation>قد تكون بيانات هذه المثيلات قديمة أو ناقصة: %1</translation>
    </message>
    <message>
        <source>“%1” cannot be read</source>
        <translation>تتعذّر قراءة «%1»</translation>
    </message>
    <message>
        <source>“%1” contains no text</source>
        <translation>لا يحتوي «%1» على نص</translation>
    </message>
</context>
<context>
    <name>lynceus::NoteDialog</name>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>What others should know about this release</source>
        <translation>ما ينبغي أن يعرفه الآخرون عن هذا الإصدار</translation>
    </message>
    <message>
        <source>Shown on the board, in the detail, in reports and in exports.</source>
        <translation>تظهر على اللوحة، وفي التفاصيل، وفي التقارير والملفات المصدَّرة.</translation>
    </message>
</context>
<context>
    <name>lynceus::NotificationMatrix</name>
    <message>
        <source>Notification</source>
        <translation>الإشعار</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>الصوت</translation>
    </message>
    <message>
        <source>In quiet hours</source>
        <translation>في ساعات الهدوء</translation>
    </message>
    <message>
        <source>Notification: %1</source>
        <translation>الإشعار: %1</translation>
    </message>
    <message>
        <source>Sound: %1</source>
        <translation>الصوت: %1</translation>
    </message>
    <message>
        <source>In quiet hours: %1</source>
        <translation>في ساعات الهدوء: %1</translation>
    </message>
    <message>
        <source>notification tell banner sound quiet hours night mute silence</source>
        <translation>إشعار تنبيه لافتة صوت ساعات الهدوء ليل كتم صمت</translation>
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
الفترة السابقة: %5</translation>
    </message>
</context>
<context>
    <name>lynceus::Palette</name>
    <message>
        <source>Find applications, watches and commands</source>
        <translation>البحث عن تطبيقات ومراقبات وأوامر</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>النتائج</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>لوحة الأوامر</translation>
    </message>
</context>
<context>
    <name>lynceus::PeriodStrip</name>
    <message>
        <source>Period</source>
        <translation>الفترة</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>مخطط</translation>
    </message>
    <message>
        <source>today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 س</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 أيام</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 يومًا</translation>
    </message>
    <message>
        <source>all</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Deployments per day or hour; select a bar to list only its deployments</source>
        <translation>عمليات النشر في اليوم أو الساعة؛ اختر عمودًا لسرد عملياته فقط</translation>
    </message>
</context>
<context>
    <name>lynceus::PreferencesDialog</name>
    <message>
        <source>System time zone (%1)</source>
        <translation>المنطقة الزمنية للنظام (%1)</translation>
    </message>
    <message>
        <source>No matching settings</source>
        <translation>لا إعدادات مطابقة</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>البحث في الإعدادات</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>الفئات</translation>
    </message>
    <message>
        <source>General</source>
        <translation>عام</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Watches</source>
        <translation>المراقبات</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>الإشعارات</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>البيئات</translation>
    </message>
    <message>
        <source>History</source>
        <translation>المحفوظات</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>New watch</source>
        <translation>مراقبة جديدة</translation>
    </message>
    <message>
        <source>Default deadline</source>
        <translation>الموعد النهائي الافتراضي</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 د</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 د</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 س</translation>
    </message>
    <message>
        <source>End of the working day</source>
        <translation>نهاية يوم العمل</translation>
    </message>
    <message>
        <source>timeout time limit</source>
        <translation>مهلة موعد نهائي حد زمني</translation>
    </message>
    <message>
        <source>Observe for</source>
        <translation>مدة الرصد</translation>
    </message>
    <message>
        <source>0 min</source>
        <translation>0 د</translation>
    </message>
    <message>
        <source>30 min</source>
        <translation>30 د</translation>
    </message>
    <message>
        <source>bake time guard default</source>
        <translation>مدة الرصد استقرار حماية افتراضي</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>الإنهاء</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>السؤال</translation>
    </message>
    <message>
        <source>Keep watching in the background</source>
        <translation>مواصلة المراقبة في الخلفية</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>إيقاف المراقبة</translation>
    </message>
    <message>
        <source>When you quit while watches are running</source>
        <translation>عند الإنهاء والمراقبات جارية</translation>
    </message>
    <message>
        <source>exit close background service daemon</source>
        <translation>خروج إغلاق إنهاء خدمة الخلفية</translation>
    </message>
    <message>
        <source>Notify me when</source>
        <translation>الإشعار عند</translation>
    </message>
    <message>
        <source>Further notifications are combined into one summary. Failures are always shown by name.</source>
        <translation>تُجمع الإشعارات الإضافية في ملخّص واحد. حالات الفشل تظهر دائمًا بأسمائها.</translation>
    </message>
    <message>
        <source>Maximum notifications in 10 minutes, without failures</source>
        <translation>الحد الأقصى للإشعارات في 10 دقائق، دون حالات الفشل</translation>
    </message>
    <message>
        <source>limit budget summary</source>
        <translation>حد ميزانية ملخّص</translation>
    </message>
    <message>
        <source>Send test notification</source>
        <translation>إرسال إشعار تجريبي</translation>
    </message>
    <message>
        <source>Check that notifications are shown</source>
        <translation>التحقق من ظهور الإشعارات</translation>
    </message>
    <message>
        <source>test try</source>
        <translation>اختبار تجربة</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>ساعات الهدوء</translation>
    </message>
    <message>
        <source>Hold notifications not ticked above</source>
        <translation>حجز الإشعارات غير المحددة أعلاه</translation>
    </message>
    <message>
        <source>Quiet hours every day</source>
        <translation>ساعات الهدوء كل يوم</translation>
    </message>
    <message>
        <source>night mute silence</source>
        <translation>ليل كتم صمت</translation>
    </message>
    <message>
        <source>Start of quiet hours</source>
        <translation>بداية ساعات الهدوء</translation>
    </message>
    <message>
        <source>End of quiet hours</source>
        <translation>نهاية ساعات الهدوء</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>البدء</translation>
    </message>
    <message>
        <source>When you sign in to this computer</source>
        <translation>عند تسجيل الدخول إلى هذا الحاسوب</translation>
    </message>
    <message>
        <source>Start Lynceus</source>
        <translation>بدء Lynceus</translation>
    </message>
    <message>
        <source>autostart login boot</source>
        <translation>بدء تلقائي دخول إقلاع</translation>
    </message>
    <message>
        <source>Transfer settings</source>
        <translation>نقل الإعدادات</translation>
    </message>
    <message>
        <source>Settings of Lynceus (*.json)</source>
        <translation>إعدادات Lynceus ‏(*.json)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>تصدير الإعدادات</translation>
    </message>
    <message>
        <source>Settings and instances, without secrets</source>
        <translation>الإعدادات والمثيلات، دون أسرار</translation>
    </message>
    <message>
        <source>backup save</source>
        <translation>نسخ احتياطي حفظ</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>استيراد…</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>استيراد الإعدادات</translation>
    </message>
    <message>
        <source>Settings exported on another computer</source>
        <translation>إعدادات صُدّرت على حاسوب آخر</translation>
    </message>
    <message>
        <source>backup restore load</source>
        <translation>نسخ احتياطي استعادة تحميل</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>تم التصدير إلى %1.</translation>
    </message>
    <message>
        <source>Settings imported. Sign in to the new instances.</source>
        <translation>استُوردت الإعدادات. سجّل الدخول إلى المثيلات الجديدة.</translation>
    </message>
    <message>
        <source>Settings imported, except: %1</source>
        <translation>استُوردت الإعدادات، ما عدا: %1</translation>
    </message>
    <message>
        <source>%1 was not imported: %2</source>
        <translation>لم يُستورد %1: %2</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>السمة</translation>
    </message>
    <message>
        <source>System</source>
        <translation>النظام</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتحة</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكنة</translation>
    </message>
    <message>
        <source>dark light colours mode look</source>
        <translation>داكن فاتح ألوان وضع مظهر</translation>
    </message>
    <message>
        <source>Row height</source>
        <translation>ارتفاع الصف</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>مريح</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>مضغوط</translation>
    </message>
    <message>
        <source>density height compact comfortable look</source>
        <translation>كثافة ارتفاع مضغوط مريح مظهر</translation>
    </message>
    <message>
        <source>Layout direction</source>
        <translation>اتجاه التخطيط</translation>
    </message>
    <message>
        <source>Left to right</source>
        <translation>من اليسار إلى اليمين</translation>
    </message>
    <message>
        <source>Right to left</source>
        <translation>من اليمين إلى اليسار</translation>
    </message>
    <message>
        <source>mirror rtl ltr arabic hebrew language</source>
        <translation>عكس اتجاه يمين يسار rtl ltr العربية العبرية لغة</translation>
    </message>
    <message>
        <source>“%1” is not a time zone; use a name such as Europe/Berlin</source>
        <translation>«%1» ليست منطقة زمنية؛ استخدم اسمًا مثل Europe/Berlin</translation>
    </message>
    <message>
        <source>Used in the window, in notifications and in copied reports. CSV and JSON exports always use UTC.</source>
        <translation>تُستخدم في النافذة والإشعارات والتقارير المنسوخة. ملفات CSV وJSON المصدَّرة تستخدم UTC دائمًا.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>المنطقة الزمنية</translation>
    </message>
    <message>
        <source>time zone clock UTC local hours</source>
        <translation>المنطقة الزمنية ساعة UTC محلي ساعات</translation>
    </message>
    <message>
        <source>environment stage production staging label colour namespace project</source>
        <translation>بيئة مرحلة إنتاج production staging تسمية لون مساحة الأسماء مشروع</translation>
    </message>
    <message>
        <source>Older verdicts, and verdicts above the size limit, are deleted at startup and once a day. Running watches are kept.</source>
        <translation>تُحذف الأحكام الأقدم وما يتجاوز حد الحجم عند البدء ومرة يوميًا. المراقبات الجارية تبقى.</translation>
    </message>
    <message>
        <source>retention age size store forget disk</source>
        <translation>احتفاظ عمر حجم مخزن حذف قرص</translation>
    </message>
    <message>
        <source>Keep verdicts for</source>
        <translation>الاحتفاظ بالأحكام لمدة</translation>
    </message>
    <message>
        <source>days</source>
        <translation>يومًا</translation>
    </message>
    <message>
        <source>Maximum size</source>
        <translation>الحجم الأقصى</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>MiB</translation>
    </message>
    <message>
        <source>Shortcut scheme: %1</source>
        <translation>مخطط الاختصارات: %1</translation>
    </message>
    <message>
        <source>Default shortcuts</source>
        <translation>الاختصارات الافتراضية</translation>
    </message>
    <message>
        <source>Reset all shortcuts to</source>
        <translation>إعادة كل الاختصارات إلى</translation>
    </message>
    <message>
        <source>shortcut reset</source>
        <translation>اختصار إعادة تعيين</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>shortcut key</source>
        <translation>اختصار مفتاح</translation>
    </message>
    <message>
        <source>Lynceus notifies you of a team server&apos;s tasks with one of these authors. Separate several names with commas. Without a name, the name of your account on this computer counts.</source>
        <translation>يُشعرك Lynceus بمهام خادم الفريق التي لها أحد هؤلاء المؤلفين. افصل بين الأسماء بفواصل. ومن دون اسم يُعتدّ باسم حسابك على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Your names as an author in pipelines</source>
        <translation>أسماؤك بصفتك مؤلفًا في خطوط الأنابيب</translation>
    </message>
    <message>
        <source>author task team server commit mine</source>
        <translation>مؤلف مهمة خادم الفريق commit مهامي</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>لغة النظام</translation>
    </message>
    <message>
        <source>The window opens again in this language. The command line is in English.</source>
        <translation>تُفتح النافذة من جديد بهذه اللغة. سطر الأوامر بالإنجليزية.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>language translation locale english</source>
        <translation>اللغة الترجمة العربية الإنجليزية language</translation>
    </message>
</context>
<context>
    <name>lynceus::ReleasesPage</name>
    <message>
        <source>Application, instance, project, version or release</source>
        <translation>تطبيق أو مثيل أو مشروع أو إصدار</translation>
    </message>
    <message>
        <source>Filter the board</source>
        <translation>تصفية اللوحة</translation>
    </message>
    <message>
        <source>No watch matches</source>
        <translation>لا مراقبة مطابقة</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n watches</source>
        <translation>
            <numerusform>%1 من لا مراقبات</numerusform>
            <numerusform>%1 من مراقبة واحدة</numerusform>
            <numerusform>%1 من مراقبتين</numerusform>
            <numerusform>%1 من %n مراقبات</numerusform>
            <numerusform>%1 من %n مراقبة</numerusform>
            <numerusform>%1 من %n مراقبة</numerusform>
        </translation>
    </message>
    <message>
        <source>Share on</source>
        <translation>المشاركة على</translation>
    </message>
    <message>
        <source>Share on %1</source>
        <translation>المشاركة على %1</translation>
    </message>
    <message>
        <source>%1 was not shared: %2</source>
        <translation>لم تُشارَك %1: %2</translation>
    </message>
    <message>
        <source>%1 is shared on %2: %3</source>
        <translation>%1 مشترَكة على %2: %3</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>فتح الصفحة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Stop watching %1 on %2? The rollout in Argo CD is not affected.</source>
        <translation>هل تُوقَف مراقبة %1 على %2؟ لن يتأثر الطرح في Argo CD.</translation>
    </message>
    <message numerus="yes">
        <source>Stop watching %n applications? The rollouts in Argo CD are not affected.</source>
        <translation>
            <numerusform>لا مراقبات لإيقافها. لن يتأثر الطرح في Argo CD.</numerusform>
            <numerusform>هل تُوقَف مراقبة تطبيق واحد؟ لن يتأثر الطرح في Argo CD.</numerusform>
            <numerusform>هل تُوقَف مراقبة تطبيقين؟ لن يتأثر الطرح في Argo CD.</numerusform>
            <numerusform>هل تُوقَف مراقبة %n تطبيقات؟ لن يتأثر الطرح في Argo CD.</numerusform>
            <numerusform>هل تُوقَف مراقبة %n تطبيقًا؟ لن يتأثر الطرح في Argo CD.</numerusform>
            <numerusform>هل تُوقَف مراقبة %n تطبيق؟ لن يتأثر الطرح في Argo CD.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>إيقاف المراقبة</translation>
    </message>
    <message>
        <source>Keep watching</source>
        <translation>مواصلة المراقبة</translation>
    </message>
</context>
<context>
    <name>lynceus::ResourceView</name>
    <message>
        <source>Resources</source>
        <translation>الموارد</translation>
    </message>
</context>
<context>
    <name>lynceus::ResourcesTab</name>
    <message>
        <source>Clear the filter</source>
        <translation>مسح التصفية</translation>
    </message>
    <message>
        <source>Filter by kind, name, health, image</source>
        <translation>التصفية بالنوع أو الاسم أو الصحة أو الصورة</translation>
    </message>
    <message>
        <source>Filter resources</source>
        <translation>تصفية الموارد</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>نسخ الصف</translation>
    </message>
    <message>
        <source>Where does this run?</source>
        <translation>أين يعمل هذا؟</translation>
    </message>
    <message>
        <source>Loading resources…</source>
        <translation>جارٍ تحميل الموارد…</translation>
    </message>
    <message>
        <source>This application has no resources.</source>
        <translation>ليست لهذا التطبيق موارد.</translation>
    </message>
    <message>
        <source>No resource matches “%1”.</source>
        <translation>لا مورد يطابق «%1».</translation>
    </message>
</context>
<context>
    <name>lynceus::ServicesHeader</name>
    <message>
        <source>Services</source>
        <translation>الخدمات</translation>
    </message>
</context>
<context>
    <name>lynceus::ShortcutRegistry</name>
    <message>
        <source>“%1” is not a key</source>
        <translation>«%1» ليس مفتاحًا</translation>
    </message>
    <message>
        <source>%1 is already used by “%2”</source>
        <translation>%1 مستخدم بالفعل لـ «%2»</translation>
    </message>
</context>
<context>
    <name>lynceus::ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Find a shortcut</source>
        <translation>البحث عن اختصار</translation>
    </message>
    <message>
        <source>What</source>
        <translation>الوظيفة</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
</context>
<context>
    <name>lynceus::Sidebar</name>
    <message>
        <source>Screens</source>
        <translation>الشاشات</translation>
    </message>
    <message>
        <source>Instances and the age of their data</source>
        <translation>المثيلات وعمر بياناتها</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>Lynceus demo</source>
        <translation>عرض Lynceus التوضيحي</translation>
    </message>
    <message>
        <source>Simulated instances, and a week of simulated deployments. Nothing here is real.</source>
        <translation>مثيلات محاكاة، وأسبوع من عمليات النشر المحاكاة. لا شيء هنا حقيقي.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1, one needs attention</source>
        <translation>%1، واحد يحتاج إلى انتباه</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n need attention</source>
        <translation>
            <numerusform>%1، لا شيء يحتاج إلى انتباه</numerusform>
            <numerusform>%1، واحد يحتاج إلى انتباه</numerusform>
            <numerusform>%1، اثنان يحتاجان إلى انتباه</numerusform>
            <numerusform>%1، %n تحتاج إلى انتباه</numerusform>
            <numerusform>%1، %n تحتاج إلى انتباه</numerusform>
            <numerusform>%1، %n تحتاج إلى انتباه</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lynceus::SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>تسجيل الدخول إلى %1</translation>
    </message>
    <message>
        <source>In the browser (single sign-on)</source>
        <translation>في المتصفح (الدخول الموحّد)</translation>
    </message>
    <message>
        <source>With a user name and a password</source>
        <translation>باسم مستخدم وكلمة مرور</translation>
    </message>
    <message>
        <source>With a token</source>
        <translation>برمز مميّز</translation>
    </message>
    <message>
        <source>How to sign in</source>
        <translation>طريقة تسجيل الدخول</translation>
    </message>
    <message>
        <source>Sign-in link</source>
        <translation>رابط تسجيل الدخول</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>نسخ الرابط</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>فتح من جديد</translation>
    </message>
    <message>
        <source>If you sign in with a browser on another computer, paste its final address:</source>
        <translation>عند تسجيل الدخول بمتصفح على حاسوب آخر، الصق عنوانه النهائي:</translation>
    </message>
    <message>
        <source>Final address in the browser</source>
        <translation>العنوان النهائي في المتصفح</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>استخدامه</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>اسم المستخدم</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>الرمز المميّز</translation>
    </message>
    <message>
        <source>From your Argo CD: Settings → Accounts → Tokens. It is kept in the keychain.</source>
        <translation>من Argo CD: ‏Settings → Accounts → Tokens. يُحفظ في سلسلة المفاتيح.</translation>
    </message>
    <message>
        <source>Sign in on the page that opens in your browser, then return here.</source>
        <translation>سجّل الدخول في الصفحة التي تُفتح في المتصفح، ثم عُد إلى هنا.</translation>
    </message>
    <message>
        <source>Enter a user name and a password.</source>
        <translation>أدخل اسم مستخدم وكلمة مرور.</translation>
    </message>
    <message>
        <source>Paste a token.</source>
        <translation>الصق رمزًا مميّزًا.</translation>
    </message>
    <message>
        <source>Detecting the sign-in method…</source>
        <translation>جارٍ اكتشاف طريقة تسجيل الدخول…</translation>
    </message>
    <message>
        <source>Continue in your browser. This window updates automatically.</source>
        <translation>تابع في المتصفح. تتحدّث هذه النافذة تلقائيًا.</translation>
    </message>
    <message>
        <source>Enter this code on the page: %1</source>
        <translation>أدخل هذا الرمز في الصفحة: %1</translation>
    </message>
    <message>
        <source>Fetching the token…</source>
        <translation>جارٍ جلب الرمز المميّز…</translation>
    </message>
</context>
<context>
    <name>lynceus::SsoFlow</name>
    <message>
        <source>Signed in. You can close this page and return to Lynceus.</source>
        <translation>تم تسجيل الدخول. يمكن إغلاق هذه الصفحة والعودة إلى Lynceus.</translation>
    </message>
    <message>
        <source>Not signed in. %1</source>
        <translation>لم يتم تسجيل الدخول. %1</translation>
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
        <translation>تطبيق واحد</translation>
    </message>
    <message numerus="yes">
        <source>%Ln applications</source>
        <translation>
            <numerusform>لا تطبيقات</numerusform>
            <numerusform>تطبيق واحد</numerusform>
            <numerusform>تطبيقان</numerusform>
            <numerusform>%Ln تطبيقات</numerusform>
            <numerusform>%Ln تطبيقًا</numerusform>
            <numerusform>%Ln تطبيق</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on one instance</source>
        <translation>%1 على مثيل واحد</translation>
    </message>
    <message numerus="yes">
        <source>%1 on %n instances</source>
        <translation>
            <numerusform>%1 على لا مثيلات</numerusform>
            <numerusform>%1 على مثيل واحد</numerusform>
            <numerusform>%1 على مثيلين</numerusform>
            <numerusform>%1 على %n مثيلات</numerusform>
            <numerusform>%1 على %n مثيلًا</numerusform>
            <numerusform>%1 على %n مثيل</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lynceus::StoreRecovery</name>
    <message>
        <source>Set aside and start again</source>
        <translation>تنحية وبدء من جديد</translation>
    </message>
    <message>
        <source>Rename the damaged store and create a new one?</source>
        <translation>هل يُعاد تسمية المخزن التالف ويُنشأ مخزن جديد؟</translation>
    </message>
    <message>
        <source>%1

Lynceus renames it, keeps it in the same folder and creates a new store with the watches that are in memory.</source>
        <translation>%1

يعيد Lynceus تسميته ويُبقيه في المجلد نفسه وينشئ مخزنًا جديدًا بالمراقبات الموجودة في الذاكرة.</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>تنحية</translation>
    </message>
    <message>
        <source>The damaged store was renamed to %1, and a new store was created.</source>
        <translation>أُعيدت تسمية المخزن التالف إلى %1، وأُنشئ مخزن جديد.</translation>
    </message>
</context>
<context>
    <name>lynceus::TargetModel</name>
    <message>
        <source>now %1</source>
        <translation>الآن %1</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 على %2</translation>
    </message>
</context>
<context>
    <name>lynceus::TeamServerCards</name>
    <message>
        <source>Refresh</source>
        <translation>تحديث</translation>
    </message>
    <message>
        <source>Enter a token…</source>
        <translation>إدخال رمز مميّز…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>إعادة تسمية…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>إزالة…</translation>
    </message>
    <message>
        <source>Token for %1</source>
        <translation>الرمز المميّز لـ %1</translation>
    </message>
    <message>
        <source>A deploy token or a JWT that the team server accepts; it is stored in the keychain</source>
        <translation>رمز نشر أو JWT يقبله خادم الفريق؛ يُخزَّن في سلسلة المفاتيح</translation>
    </message>
    <message>
        <source>The team server accepts the token.</source>
        <translation>يقبل خادم الفريق الرمز المميّز.</translation>
    </message>
    <message>
        <source>The team server is read without a token.</source>
        <translation>يُقرأ خادم الفريق دون رمز مميّز.</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>إعادة تسمية %1</translation>
    </message>
    <message>
        <source>Name, shown beside the tasks of this team server</source>
        <translation>الاسم، يظهر بجانب مهام خادم الفريق هذا</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>هل يُزال %1؟</translation>
    </message>
    <message>
        <source>Lynceus deletes its token and no longer shows its tasks. Nothing changes on the team server.</source>
        <translation>يحذف Lynceus رمزه المميّز ولن يعرض مهامه بعد ذلك. لا يتغيّر شيء على خادم الفريق.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
</context>
<context>
    <name>lynceus::TimelineTab</name>
    <message>
        <source>Loading timeline…</source>
        <translation>جارٍ تحميل المخطط الزمني…</translation>
    </message>
    <message>
        <source>The timeline could not be loaded: %1</source>
        <translation>تعذّر تحميل المخطط الزمني: %1</translation>
    </message>
    <message>
        <source>No observations yet.</source>
        <translation>لا رصد بعد.</translation>
    </message>
    <message>
        <source>Up and Down select a line, + and − zoom, 0 shows everything.</source>
        <translation>مفتاحا الأعلى والأسفل لاختيار سطر، و+ و− للتكبير والتصغير، و0 لعرض الكل.</translation>
    </message>
</context>
<context>
    <name>lynceus::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>المخطط الزمني</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1 بعد %2</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>لمدة %1</translation>
    </message>
</context>
<context>
    <name>lynceus::TimesForm</name>
    <message>
        <source>Deadline</source>
        <translation>الموعد النهائي</translation>
    </message>
    <message>
        <source>Observe for</source>
        <translation>مدة الرصد</translation>
    </message>
    <message>
        <source>0 min</source>
        <translation>0 د</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 د</translation>
    </message>
    <message>
        <source>30 min</source>
        <translation>30 د</translation>
    </message>
    <message>
        <source>Deployed as soon as it runs</source>
        <translation>يُعدّ منشورًا فور عمله</translation>
    </message>
    <message>
        <source>Deployed after running for 5 minutes</source>
        <translation>يُعدّ منشورًا بعد عمله 5 دقائق</translation>
    </message>
    <message>
        <source>Deployed after running for 30 minutes</source>
        <translation>يُعدّ منشورًا بعد عمله 30 دقيقة</translation>
    </message>
    <message>
        <source>Times out at %1</source>
        <translation>تنتهي المهلة في %1</translation>
    </message>
    <message>
        <source>may be too short</source>
        <translation>قد تكون قصيرة جدًا</translation>
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
            <numerusform>لا مزيد…</numerusform>
            <numerusform>واحد آخر…</numerusform>
            <numerusform>اثنان آخران…</numerusform>
            <numerusform>%n أخرى…</numerusform>
            <numerusform>%n أخرى…</numerusform>
            <numerusform>%n أخرى…</numerusform>
        </translation>
    </message>
    <message>
        <source>No watches</source>
        <translation>لا مراقبات</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>New watch…</source>
        <translation>مراقبة جديدة…</translation>
    </message>
    <message>
        <source>Pause all instances</source>
        <translation>إيقاف كل المثيلات مؤقتًا</translation>
    </message>
    <message>
        <source>Resume all instances</source>
        <translation>استئناف كل المثيلات</translation>
    </message>
    <message>
        <source>Unmute (muted until %1)</source>
        <translation>إلغاء الكتم (مكتوم حتى %1)</translation>
    </message>
    <message>
        <source>Mute for an hour</source>
        <translation>كتم لمدة ساعة</translation>
    </message>
    <message>
        <source>Show Lynceus</source>
        <translation>عرض Lynceus</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
</context>
<context>
    <name>lynceus::VersionDelegate</name>
    <message>
        <source>drift</source>
        <translation>انحراف</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>متأخر</translation>
    </message>
</context>
<context>
    <name>lynceus::VersionsModel</name>
    <message>
        <source>behind %1</source>
        <translation>متأخر عن %1</translation>
    </message>
    <message>
        <source>does not run here</source>
        <translation>لا يعمل هنا</translation>
    </message>
    <message>
        <source>several versions</source>
        <translation>عدة إصدارات</translation>
    </message>
    <message>
        <source>synced %1 ago</source>
        <translation>تمت المزامنة منذ %1</translation>
    </message>
    <message>
        <source>%1 does not run in %2</source>
        <translation>%1 لا يعمل في %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>لا مزيد</numerusform>
            <numerusform>واحد آخر</numerusform>
            <numerusform>اثنان آخران</numerusform>
            <numerusform>%n أخرى</numerusform>
            <numerusform>%n أخرى</numerusform>
            <numerusform>%n أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>synced %1</source>
        <translation>تمت المزامنة %1</translation>
    </message>
    <message>
        <source>%1 runs other versions</source>
        <translation>%1 يشغّل إصدارات أخرى</translation>
    </message>
</context>
<context>
    <name>lynceus::VersionsPage</name>
    <message>
        <source>Versions</source>
        <translation>إصدارات الخدمات</translation>
    </message>
    <message>
        <source>Filter services</source>
        <translation>تصفية الخدمات</translation>
    </message>
    <message>
        <source>Filter: shop-web project:shop health:degraded</source>
        <translation>تصفية: shop-web project:shop health:degraded</translation>
    </message>
    <message>
        <source>Differing</source>
        <translation>المختلفة</translation>
    </message>
    <message>
        <source>Open the application</source>
        <translation>فتح التطبيق</translation>
    </message>
    <message>
        <source>Show its applications</source>
        <translation>عرض تطبيقاتها</translation>
    </message>
    <message>
        <source>Show only differences, or all</source>
        <translation>عرض الفروق فقط أو الكل</translation>
    </message>
    <message>
        <source>Move the column left</source>
        <translation>نقل العمود يسارًا</translation>
    </message>
    <message>
        <source>Move the column right</source>
        <translation>نقل العمود يمينًا</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>نسخ كجدول</translation>
    </message>
    <message>
        <source>Export versions</source>
        <translation>تصدير الإصدارات</translation>
    </message>
    <message>
        <source>CSV for spreadsheets</source>
        <translation>CSV لجداول البيانات</translation>
    </message>
    <message>
        <source>JSON for programs</source>
        <translation>JSON للبرامج</translation>
    </message>
    <message>
        <source>Only services whose versions differ between environments (D)</source>
        <translation>الخدمات التي تختلف إصداراتها بين البيئات فقط (D)</translation>
    </message>
    <message>
        <source>Pins are known to Applications only</source>
        <translation>التثبيت معروف في شاشة «التطبيقات» فقط</translation>
    </message>
    <message>
        <source>Applications without the label %1 are not shown: %2</source>
        <translation>التطبيقات دون التسمية %1 لا تظهر: %2</translation>
    </message>
    <message>
        <source>No services match the filter</source>
        <translation>لا خدمات تطابق التصفية</translation>
    </message>
    <message>
        <source>Search for part of an image name, an application name or a project.</source>
        <translation>ابحث عن جزء من اسم صورة أو اسم تطبيق أو مشروع.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>مسح التصفية</translation>
    </message>
    <message>
        <source>All environments run the same versions</source>
        <translation>كل البيئات تشغّل الإصدارات نفسها</translation>
    </message>
    <message>
        <source>No service differs between the environments that run it.</source>
        <translation>لا خدمة تختلف بين البيئات التي تشغّلها.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>عرض الكل</translation>
    </message>
    <message>
        <source>No application has this label</source>
        <translation>لا تطبيق يحمل هذه التسمية</translation>
    </message>
    <message>
        <source>Applications without the label %1 are not shown.</source>
        <translation>التطبيقات دون التسمية %1 لا تظهر.</translation>
    </message>
    <message>
        <source>One column per instance</source>
        <translation>عمود لكل مثيل</translation>
    </message>
    <message>
        <source>Which version of each service runs where</source>
        <translation>أي إصدار من كل خدمة يعمل وأين</translation>
    </message>
    <message>
        <source>No versions yet</source>
        <translation>لا إصدارات بعد</translation>
    </message>
    <message>
        <source>Images appear after an instance has responded, if its applications have pods.</source>
        <translation>تظهر الصور بعد استجابة مثيل، إن كانت لتطبيقاته Pods.</translation>
    </message>
    <message>
        <source>By instance</source>
        <translation>حسب المثيل</translation>
    </message>
    <message>
        <source>By namespace</source>
        <translation>حسب مساحة الأسماء</translation>
    </message>
    <message>
        <source>By cluster</source>
        <translation>حسب العنقود</translation>
    </message>
    <message>
        <source>By project</source>
        <translation>حسب المشروع</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>حسب %1</translation>
    </message>
    <message>
        <source>Columns: %1</source>
        <translation>الأعمدة: %1</translation>
    </message>
    <message>
        <source>What a column stands for: %1</source>
        <translation>ما يمثّله العمود: %1</translation>
    </message>
    <message>
        <source>A column per instance</source>
        <translation>عمود لكل مثيل</translation>
    </message>
    <message>
        <source>A column per namespace</source>
        <translation>عمود لكل مساحة أسماء</translation>
    </message>
    <message>
        <source>A column per cluster</source>
        <translation>عمود لكل عنقود</translation>
    </message>
    <message>
        <source>A column per project</source>
        <translation>عمود لكل مشروع</translation>
    </message>
    <message>
        <source>A column per value of a label</source>
        <translation>عمود لكل قيمة من قيم التسمية</translation>
    </message>
    <message>
        <source>Show all applications of this service</source>
        <translation>عرض كل تطبيقات هذه الخدمة</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>1 service copied as a table</source>
        <translation>نُسخت خدمة واحدة كجدول</translation>
    </message>
    <message numerus="yes">
        <source>%n services copied as a table</source>
        <translation>
            <numerusform>لم تُنسخ أي خدمة كجدول</numerusform>
            <numerusform>نُسخت خدمة واحدة كجدول</numerusform>
            <numerusform>نُسخت خدمتان كجدول</numerusform>
            <numerusform>نُسخت %n خدمات كجدول</numerusform>
            <numerusform>نُسخت %n خدمة كجدول</numerusform>
            <numerusform>نُسخت %n خدمة كجدول</numerusform>
        </translation>
    </message>
    <message>
        <source>Versions exported to %1</source>
        <translation>صُدّرت الإصدارات إلى %1</translation>
    </message>
</context>
<context>
    <name>lynceus::VersionsView</name>
    <message>
        <source>Versions</source>
        <translation>إصدارات الخدمات</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>البيئات</translation>
    </message>
</context>
<context>
    <name>lynceus::Wallboard</name>
    <message>
        <source>No watches</source>
        <translation>لا مراقبات</translation>
    </message>
    <message>
        <source>Wallboard – Lynceus</source>
        <translation>لوحة العرض – Lynceus</translation>
    </message>
    <message>
        <source>Wallboard</source>
        <translation>لوحة العرض</translation>
    </message>
    <message>
        <source>The sign-in to %1 has expired: its rows are not updated.</source>
        <translation>انتهت صلاحية تسجيل الدخول إلى %1: صفوفه لا تُحدَّث.</translation>
    </message>
    <message>
        <source>The sign-ins to %1 have expired: their rows are not updated.</source>
        <translation>انتهت صلاحية تسجيل الدخول إلى %1: صفوفها لا تُحدَّث.</translation>
    </message>
    <message>
        <source>1 more</source>
        <translation>واحد آخر</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>لا مزيد</numerusform>
            <numerusform>واحد آخر</numerusform>
            <numerusform>اثنان آخران</numerusform>
            <numerusform>%n أخرى</numerusform>
            <numerusform>%n أخرى</numerusform>
            <numerusform>%n أخرى</numerusform>
        </translation>
    </message>
</context>
</TS>
