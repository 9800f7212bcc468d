#include "tests/gui/accessibility/hostiletext.h"

#include "core/domain/text/visibletext.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QSet>
#include <QTextBrowser>
#include <QTextDocument>
#include <QToolTip>

#include <sys/inotify.h>
#include <unistd.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kMark = "hostile"_L1;

QString tag(char32_t c)
{
    return QStringView(QChar::fromUcs4(c)).toString();
}

bool isTakenForMarkup(const QString &text)
{
    return Qt::mightBeRichText(text) && (text.contains("<img"_L1) || text.contains("<b>"_L1));
}

QString hiddenIn(const QString &text)
{
    for (const auto c : text.toUcs4()) {
        if (isHidden(c) && c != '\n' && c != '\t')
            return QString::number(c, 16);
    }
    return {};
}

class Violations final
{
public:
    void aboutShown(const QString &where, const QString &text)
    {
        if (const auto hidden = hiddenIn(text); !hidden.isEmpty())
            add(where + u" lets through U+"_s + hidden, text);
    }

    void aboutToolTip(const QString &where, const QString &tip)
    {
        if (tip.isEmpty() || m_tips.contains(tip))
            return;
        m_tips.insert(tip);
        if (isTakenForMarkup(tip))
            add(where + u" is a tool tip taken for markup"_s, tip);
        aboutShown(where + u"'s tool tip"_s, tip);
        // Shows the tool tip, so that Qt lays it out as it does under the pointer.
        QToolTip::showText(QPoint(1, 1), tip);
        QToolTip::hideText();
    }

    void add(const QString &what, const QString &text)
    {
        auto shown = visibleLine(text, 160);
        m_all.append(what + u": "_s + shown);
    }

    [[nodiscard]] const QStringList &all() const { return m_all; }

private:
    QStringList m_all;
    QSet<QString> m_tips;
};

QString nameOf(const QObject &object)
{
    return QString::fromLatin1(object.metaObject()->className()) + u' ' + object.objectName();
}

void checkAt(const QAbstractItemModel &model, const QModelIndex &parent, Violations &violations)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const auto index = model.index(row, column, parent);
            const auto where = nameOf(model) + u" column %1"_s.arg(column);
            for (const int role : {int(Qt::ToolTipRole), int(Qt::StatusTipRole), int(Qt::WhatsThisRole)})
                violations.aboutToolTip(where, index.data(role).toString());
            for (const int role :
                 {int(Qt::DisplayRole), int(Qt::AccessibleTextRole), int(Qt::AccessibleDescriptionRole)})
                violations.aboutShown(where, index.data(role).toString());
        }
        checkAt(model, model.index(row, 0, parent), violations);
    }
}

void checkAt(const QLabel &label, Violations &violations)
{
    const auto text = label.text();
    const bool isMarkup = label.textFormat() == Qt::RichText || label.textFormat() == Qt::MarkdownText
        || (label.textFormat() == Qt::AutoText && Qt::mightBeRichText(text));
    if (isMarkup && (text.contains("<img"_L1) || text.contains("<b>"_L1)))
        violations.add(nameOf(label) + u" takes its text for markup"_s, text);
    violations.aboutShown(nameOf(label), text);
}

void checkAt(const QTextBrowser &browser, Violations &violations)
{
    const auto html = browser.toHtml();
    if (html.contains("<img"_L1) || html.contains("href=\"file"_L1) || html.contains("href=\"http://evil"_L1))
        violations.add(nameOf(browser) + u" takes its text for markup"_s, html);
    violations.aboutShown(nameOf(browser), browser.toPlainText().remove(QChar(0xfdd0)).remove(QChar(0xfdd1)));
}

} // namespace

HostileText::HostileText()
    : m_picture(m_folder.filePath(u"picture.png"_s))
    , m_watch(inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
{
    QImage picture(4, 4, QImage::Format_RGB32);
    picture.fill(Qt::red);
    picture.save(m_picture);
    inotify_add_watch(m_watch, QFile::encodeName(m_picture).constData(), IN_OPEN | IN_ACCESS);
}

QString HostileText::in(const QString &field) const
{
    return u"<img src=\"file://%1\"><b>%2</b> %3 <i>x</i> & &lt;u&gt; <a href=\"file:///etc/passwd\">a</a> "
           "[l](http://evil.example) ![p](file://%1) \x1b[31m\x1b]0;t\x07 \u202egnp\u2066 \u200bz\u200d \u009b31m "_s
               .arg(m_picture, field, kMark)
        + QChar(0) + tag(0xe0041) + u"\nnext\rback\u2028line\ttab"_s;
}

bool HostileText::wasOpened() const
{
    char buffer[4096];
    return ::read(m_watch, buffer, sizeof buffer) > 0;
}

InstanceState HostileText::corrupted(InstanceState state) const
{
    state.instance.name = in(u"instance.name"_s);
    state.message = in(u"instance.message"_s);
    state.serverVersion = in(u"instance.serverVersion"_s);
    state.user = in(u"instance.user"_s);
    return state;
}

Application HostileText::corrupted(Application application) const
{
    application.project = in(u"project"_s);
    application.labels = {{in(u"label"_s), in(u"label.value"_s)}};
    application.refreshAnnotation = in(u"refresh"_s);
    application.destinationNamespace = in(u"destination"_s);
    application.sources = {{in(u"source.repo"_s), in(u"source.path"_s), in(u"source.chart"_s), in(u"source.target"_s)}};
    application.health.message = in(u"health.message"_s);
    application.revisions.append(in(u"revision"_s));
    application.summaryImages = {in(u"image"_s), u"ghcr.io/acme/shop-web:1.5.0"_s};
    application.externalUrls = {in(u"url"_s)};
    application.conditions = {{in(u"condition.type"_s), in(u"condition.message"_s), {}}};
    if (application.operationState) {
        application.operationState->message = in(u"operation.message"_s);
        application.operationState->initiatedBy = in(u"operation.by"_s);
    }
    for (auto &resource : application.resources)
        resource.health.message = in(u"resource.health"_s);
    return application;
}

ResourceTree HostileText::corrupted(ResourceTree tree) const
{
    for (auto &node : tree.nodes) {
        node.version = in(u"node.version"_s);
        node.health.message = in(u"node.health"_s);
        node.statusReason = in(u"node.reason"_s);
        node.node = in(u"node.node"_s);
        node.images = {in(u"node.image"_s)};
        if (node.key.kind != "Pod"_L1)
            node.key.name += in(u"node.name"_s);
    }
    return tree;
}

ResourceEvent HostileText::corrupted(ResourceEvent event) const
{
    event.type = in(u"event.type"_s);
    event.reason = in(u"event.reason"_s);
    event.message = in(u"event.message"_s);
    event.involved.name = in(u"event.involved"_s);
    return event;
}

WatchRecord HostileText::corrupted(WatchRecord watch) const
{
    watch.request.project = in(u"watch.project"_s);
    watch.request.release = in(u"watch.release"_s);
    watch.request.note = in(u"watch.note"_s);
    watch.request.who = in(u"watch.who"_s);
    watch.oldImages = {in(u"watch.before"_s)};
    watch.commit = RevisionMetadata{in(u"commit.author"_s), in(u"commit.message"_s), {}};
    auto &verdict = watch.verdict;
    if (verdict.cause) {
        verdict.cause->message = in(u"cause.message"_s);
        verdict.cause->image = in(u"cause.image"_s);
        verdict.cause->candidates = {in(u"cause.candidate"_s)};
        verdict.cause->resource.name = in(u"cause.resource"_s);
    }
    if (verdict.blocker) {
        verdict.blocker->message = in(u"blocker.message"_s);
        verdict.blocker->resource.name = in(u"blocker.resource"_s);
    }
    for (auto &note : verdict.notes)
        note.detail = in(u"note.detail"_s);
    verdict.evidence.revisions.append(in(u"evidence.revision"_s));
    verdict.evidence.workloads.push_back({{{}, in(u"workload.kind"_s), {}, in(u"workload.name"_s)},
                                          {in(u"workload.image"_s)},
                                          {HealthStatus::Degraded, in(u"workload.health"_s)},
                                          {}});
    verdict.evidence.pods.push_back(
        {in(u"pod.name"_s), {in(u"pod.image"_s)}, {HealthStatus::Degraded, in(u"pod.health"_s)}, in(u"pod.reason"_s)});
    return watch;
}

void HostileText::corrupt(FakeEngine &engine) const
{
    const auto instances = engine.instances();
    for (const auto &state : instances) {
        engine.putInstance(corrupted(state));
        engine.putRights(state.instance.id,
                         {.applications = false, .visible = 1, .logs = false, .sync = {}, .project = in(u"right"_s)});
        Application named;
        named.name = in(u"name"_s);
        named.nameSpace = in(u"namespace"_s);
        engine.putApplications(state.instance.id, {corrupted(named)});
    }
    const auto watches = engine.watches();
    for (auto watch : watches) {
        engine.putWatch(corrupted(watch));
        watch.id += u"x"_s;
        watch.request.application.name = in(u"watch.application"_s);
        watch.expectation.application.name = watch.request.application.name;
        engine.putWatch(corrupted(watch));
    }
}

QStringList interpretationsIn(QWidget &root)
{
    Violations violations;
    auto widgets = root.findChildren<QWidget *>();
    widgets.append(&root);
    for (auto *widget : widgets) {
        for (const auto &tip : {widget->toolTip(), widget->statusTip(), widget->whatsThis()})
            violations.aboutToolTip(nameOf(*widget), tip);
        const auto actions = widget->actions();
        for (const auto *action : actions)
            violations.aboutToolTip(nameOf(*action), action->toolTip());
        if (const auto *label = qobject_cast<QLabel *>(widget))
            checkAt(*label, violations);
        if (const auto *browser = qobject_cast<QTextBrowser *>(widget))
            checkAt(*browser, violations);
        if (const auto *view = qobject_cast<QAbstractItemView *>(widget); view && view->model())
            checkAt(*view->model(), {}, violations);
        if (const auto *box = qobject_cast<QComboBox *>(widget))
            checkAt(*box->model(), {}, violations);
    }
    std::ignore = root.grab(); // painting loads all resources
    return violations.all();
}

} // namespace lynceus::test
