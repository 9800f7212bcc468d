#pragma once

#include "app/gui/shell/notices.h"
#include "app/gui/shell/palette/commands.h"
#include "app/gui/shell/palette/palette.h"
#include "app/gui/shell/palette/shortcutsheet.h"
#include "app/gui/shell/sidebar/sidebar.h"
#include "app/gui/shell/sidebar/statusline.h"
#include "app/gui/shell/windowparameters.h"
#include "core/engine/facade/engine.h"
#include "core/io/settings/preferences.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimeZone>

class QMenu;
class QStackedWidget;

namespace lynceus {

class Announcer;
class ApplicationsPage;
class DeploymentsPage;
class DetailPane;
class DetailSplitter;
class Environments;
class InstancesPage;
class NewWatchOpener;
class ReleasesPage;
class VersionsPage;
class Wallboard;
class WatchTargets;

/// The frame around the screens: where they stand, how one gets from one to
/// another, and what is said about all.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const WindowParameters &parameters, QWidget *parent = nullptr);
    ~MainWindow() override;

    enum class Page { Releases, Applications, Deployments, Versions, Instances };
    void showPage(Page page);
    [[nodiscard]] Page page() const;
    [[nodiscard]] Commands &commands() const { return *m_commands; }
    /// Everything that has a key or may get one, by where it works; the first group works everywhere.
    [[nodiscard]] std::vector<ShortcutSheet::Group> keyGroups() const;
    [[nodiscard]] Palette &finder() const { return *m_palette; }
    [[nodiscard]] ReleasesPage &releases() const { return *m_releases; }
    [[nodiscard]] ApplicationsPage &applications() const { return *m_applications; }
    [[nodiscard]] DeploymentsPage &deployments() const { return *m_deployments; }
    [[nodiscard]] VersionsPage &versions() const { return *m_versions; }
    [[nodiscard]] InstancesPage &instances() const { return *m_instancesPage; }

    void showApplication(const ApplicationKey &key);
    void showWatch(const QString &id);
    void showInstance(const QString &id);
    /// @param text an image, an application's name or page, a link, or nothing. It only fills in New watch.
    void newWatch(const QString &text = {});
    /// One sentence that a person must see; nothing if it is empty.
    void say(const QString &sentence);
    /// What was said is not so any more.
    void withdraw(const QString &sentence);
    /// In which all times are shown from now on.
    void setZone(const QTimeZone &zone);
    /// What New watch begins with.
    void setWatchDefaults(Preferences::Deadline deadline, Preferences::Observing observing);
    /// To which environments applications belong from now on.
    void setEnvironments(const std::vector<Environment> &environments);
    /// As window lists show it, with the number of unseen news.
    void showUnseen(int count);
    /// A task of a team server that concerns the user changed: said to screen readers. @p isNews as in FollowedTasks.
    void announceTask(const WatchRecord &task, bool isNews);
    /// Tasks of team servers that are hidden on the board, by id.
    [[nodiscard]] QStringList dismissedTasks() const;
    /// At the top of the window's menu.
    void addToMenu(QAction *action);

Q_SIGNALS:
    /// By the menu or its key; closing may only hide it.
    void quitAsked();
    /// All that are dismissed now.
    void tasksDismissed(const QStringList &tasks);
    /// A second window with simulated instances.
    void demoAsked();

protected:
    void closeEvent(QCloseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void addPages();
    /// @p control belongs to the page and stands in its header; null: none.
    [[nodiscard]] QWidget *withHeader(const QString &title, QWidget *page, QWidget *control = nullptr);
    void addCommands();
    void connectEngine();
    void connectReleases();
    void connectApplications();
    void connectVersions();
    void connectDeployments();
    void connectNewWatch();
    void goTo(Page page);
    void showDetail();
    void recall();
    void remember();
    void go(const PaletteEntry &entry);
    void showShortcuts();
    void followKey(QLatin1StringView id, QObject *context, const std::function<void(const QString &)> &tell);
    void find();
    void openMenu();
    void openArrangement();
    void greetFirst(const InstanceState &state);
    void addFirst(bool imports);
    void openWallboard();
    void renewCounts();
    void open(const QUrl &address);
    [[nodiscard]] std::vector<PaletteEntry> paletteEntries() const;

    Engine &m_engine;
    const Clock &m_clock;
    WindowMemory &m_memory;
    QString m_userName;
    QString m_name;             ///< of the window
    QString m_nextStep;         ///< the notice that says it
    bool m_awaitsFirst = false; ///< there was no instance: the first that answers is greeted
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    WatchTargets *m_targets = nullptr;
    Environments *m_environments = nullptr;
    NewWatchOpener *m_newWatch = nullptr;
    Sidebar *m_sidebar;
    DetailSplitter *m_split;
    QStackedWidget *m_pages;
    Notices *m_notices;
    StatusLine *m_status;
    Announcer *m_announcer;
    Commands *m_commands;
    Palette *m_palette = nullptr;
    ReleasesPage *m_releases = nullptr;
    ApplicationsPage *m_applications = nullptr;
    VersionsPage *m_versions = nullptr;
    DeploymentsPage *m_deployments = nullptr;
    InstancesPage *m_instancesPage = nullptr;
    DetailPane *m_detail = nullptr;
    QMenu *m_menu = nullptr;
    QPointer<Wallboard> m_wallboard;
};

} // namespace lynceus
