#include "app/gui/applications/applicationspage.h"
#include "app/gui/applications/applicationsview.h"
#include "app/gui/detail/detailpane.h"
#include "app/gui/history/historypage.h"
#include "app/gui/instances/instancespage.h"
#include "app/gui/newwatch/newwatchdialog.h"
#include "app/gui/releases/releasespage.h"
#include "app/gui/shell/mainwindow.h"
#include "app/gui/widgets/icons.h"
#include "app/gui/widgets/pageheader.h"
#include "app/gui/widgets/tooltips.h"
#include "app/gui/widgets/windowstyle.h"
#include "core/domain/link/watchlink.h"

#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

// What can be done from anywhere in MainWindow, and the palette that finds it.

namespace lynceus {

using namespace Qt::StringLiterals;

void MainWindow::addCommands()
{
    const auto add = [this](QLatin1StringView id, const QString &text, QLatin1StringView glyph,
                            const QList<QKeySequence> &keys, auto then) {
        auto *action = m_commands->add(id, text, glyph, keys);
        connect(action, &QAction::triggered, this, then);
        return action;
    };
    add("window.releases"_L1, tr("Releases"), "radar"_L1, {Qt::CTRL | Qt::Key_1}, [this] { goTo(Page::Releases); });
    add("window.applications"_L1, tr("Applications"), "layout-list"_L1, {Qt::CTRL | Qt::Key_2},
        [this] { goTo(Page::Applications); });
    add("window.history"_L1, tr("History"), "history"_L1, {Qt::CTRL | Qt::Key_3}, [this] { goTo(Page::History); });
    add("window.instances"_L1, tr("Instances"), "server"_L1, {Qt::CTRL | Qt::Key_4}, [this] { goTo(Page::Instances); });
    auto *watch = add("window.newWatch"_L1, tr("New watch…"), "plus"_L1, {QKeySequence::New}, [this] { newWatch(); });
    add("window.findAnything"_L1, tr("Find…"), "search"_L1, {Qt::CTRL | Qt::Key_K}, [this] { m_palette->open(); });
    add("window.find"_L1, tr("Find in the current list or tab"), "list-filter"_L1, {QKeySequence::Find},
        [this] { find(); });
    add("window.otherPane"_L1, tr("Switch between list and details"), "arrow-right"_L1, {QKeySequence(Qt::Key_F6)},
        [this] {
            const bool inDetail = m_detail->isAncestorOf(focusWidget());
            QWidget *list = page() == Page::Applications ? static_cast<QWidget *>(&m_applications->view()) : m_releases;
            (m_detail->isVisible() && !inDetail ? static_cast<QWidget *>(m_detail) : list)
                ->setFocus(Qt::TabFocusReason);
        });
    auto *addInstance = add("window.addInstance"_L1, tr("Add an instance…"), "plus"_L1, {}, [this] {
        showPage(Page::Instances);
        m_instancesPage->addInstance();
    });
    add("window.retry"_L1, tr("Retry all instances"), "refresh-cw"_L1, {QKeySequence::Refresh}, [this] {
        for (auto each = m_instances.cbegin(); each != m_instances.cend(); ++each)
            m_engine.retry(each.key());
    });
    auto *keys = add("window.keys"_L1, tr("Keys…"), "keyboard"_L1,
                     {QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question)}, [this] { showShortcuts(); });
    auto *quit = add("window.quit"_L1, tr("Quit"), "x"_L1, {QKeySequence(Qt::CTRL | Qt::Key_Q)},
                     [] { QCoreApplication::quit(); }); // closing may only hide it
    m_menu = new QMenu(this);
    m_menu->addActions({watch, addInstance});
    if (m_engine.canImport())
        m_menu->addAction(add("window.importContexts"_L1, tr("Import contexts…"), "file-input"_L1, {}, [this] {
            showPage(Page::Instances);
            m_instancesPage->importContexts();
        }));
    m_menu->addAction(keys);
    m_menu->addSeparator();
    m_menu->addAction(quit);
    m_sidebar->menuButton()->setMenu(m_menu);
}

/// By a key: what is there can then be walked through at once.
void MainWindow::goTo(Page page)
{
    showPage(page);
    if (page == Page::Instances)
        return m_instancesPage->takeFocus();
    QWidget *const lists[] = {m_releases, &m_applications->view(), m_history, m_instancesPage};
    lists[int(page)]->setFocus(Qt::ShortcutFocusReason);
}

NewWatchDialog *MainWindow::openNewWatch()
{
    auto *dialog = new NewWatchDialog(m_engine, *m_targets, m_clock, m_zone, m_userName, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewWatchDialog::instancesAsked, this, [this] {
        showPage(Page::Instances);
        if (m_instances.isEmpty())
            m_instancesPage->addInstance();
        else
            m_instancesPage->takeFocus();
    });
    connect(dialog, &NewWatchDialog::watched, this, [this](const QStringList &watches) {
        if (!watches.isEmpty())
            showWatch(watches.first());
    });
    dialog->open();
    return dialog;
}

void MainWindow::newWatch(const QString &text)
{
    openNewWatch()->fill(text);
}

void MainWindow::newWatchFrom(const WatchLink &link)
{
    openNewWatch()->fillFrom(link);
}

QWidget *MainWindow::withHeader(const QString &title, QWidget *page)
{
    auto *whole = new QWidget(this);
    auto *header = new PageHeader(title, whole);
    auto *find = new QPushButton(glyphIcon("search"_L1), {}, header);
    find->setAccessibleName(tr("Find applications, watches and commands"));
    followKey("window.findAnything"_L1, find, [find](const QString &key) {
        find->setText(
            tr("Find applications, watches and commands   %1").arg(QString(key).replace(u'+', u' ')).trimmed());
    });
    connect(find, &QPushButton::clicked, m_palette, &Palette::open);
    auto *watch = new QPushButton(glyphIcon("plus"_L1), tr("New watch"), header);
    followKey("window.newWatch"_L1, watch, [watch](const QString &key) {
        setPlainToolTip(watch,
                        key.isEmpty() ? tr("Watch an image until it runs")
                                      : tr("Watch an image until it runs (%1)").arg(key));
    });
    makePrimary(watch);
    connect(watch, &QPushButton::clicked, this, [this] { newWatch(); });
    header->addStretch();
    header->addWidget(find);
    header->addWidget(watch);
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addWidget(page, 1);
    return whole;
}

/// Tells the key of a command at once, and again whenever a person changed it.
void MainWindow::followKey(QLatin1StringView id, QObject *context, const std::function<void(const QString &)> &tell)
{
    const auto *action = m_commands->named(id);
    const auto now = [action, tell] { tell(action->shortcut().toString(QKeySequence::NativeText)); };
    connect(action, &QAction::changed, context, now);
    now();
}

void MainWindow::showShortcuts()
{
    auto *sheet = new ShortcutSheet(keyGroups(), this);
    sheet->open();
}

std::vector<ShortcutSheet::Group> MainWindow::keyGroups() const
{
    const auto &everywhere = m_commands->all();
    return {{tr("Everywhere"), {everywhere.begin(), everywhere.end()}},
            {tr("Releases"), m_releases->boardActions()},
            {tr("Applications"), m_applications->view().actions()},
            {tr("History"), m_history->historyActions()},
            {tr("Details"), m_detail->detailActions()}};
}

/// In what the person works with; applications are what is looked for from anywhere else.
void MainWindow::find()
{
    if (m_detail->isAncestorOf(focusWidget()) && m_detail->find())
        return;
    if (page() == Page::History)
        return m_history->find();
    showPage(Page::Applications);
    m_applications->focusFilter();
}

std::vector<PaletteEntry> MainWindow::paletteEntries() const
{
    std::vector<PaletteEntry> entries;
    for (auto *action : m_commands->all()) {
        if (action->isEnabled())
            entries.push_back({action->text(), action->shortcut().toString(QKeySequence::NativeText),
                               action->data().toString(), action});
    }
    for (const auto &watch : m_watches) {
        const auto &key = watch.request.application;
        const auto name = m_instances.value(key.instance).instance.name;
        QStringList images;
        for (const auto &image : watch.request.images)
            images.push_back(familiarName(image));
        entries.push_back(
            {key.name, tr("watch for %1 on %2").arg(images.join(u", "_s), name), u"radar"_s, PaletteWatch{watch.id}});
    }
    for (const auto &state : m_instances)
        entries.push_back({state.instance.name, tr("instance"), u"server"_s, PaletteInstance{state.instance.id}});
    const auto &model = m_applications->model();
    entries.reserve(entries.size() + std::size_t(model.total()));
    model.forEach([&](const ApplicationRow &row) {
        entries.push_back({row.application().name, model.instanceOf(row).instance.name, u"layers"_s, row.entry.key});
    });
    return entries;
}

void MainWindow::go(const PaletteEntry &entry)
{
    if (auto *const *action = std::get_if<QAction *>(&entry.target))
        (*action)->trigger();
    else if (const auto *watch = std::get_if<PaletteWatch>(&entry.target))
        showWatch(watch->id);
    else if (const auto *key = std::get_if<ApplicationKey>(&entry.target))
        showApplication(*key);
    else if (const auto *instance = std::get_if<PaletteInstance>(&entry.target))
        showInstance(instance->id);
}

} // namespace lynceus
