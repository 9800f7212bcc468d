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

/// The main window: contains all pages, the navigation between them, and general notices.
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
    /// All actions with a shortcut or a possible one, by where they work; the first group works everywhere.
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
    /// @param text an image, an application's name or URL, a link, or empty. Only opens New watch with it.
    void newWatch(const QString &text = {});
    /// Shows one sentence as a notice; does nothing if it is empty.
    void say(const QString &sentence);
    /// Removes a notice that no longer applies.
    void withdraw(const QString &sentence);
    /// Time zone of all times from now on.
    void setZone(const QTimeZone &zone);
    /// Defaults of New watch.
    void setWatchDefaults(Preferences::Deadline deadline, Preferences::Observing observing);
    /// Sets the environments of applications.
    void setEnvironments(const std::vector<Environment> &environments);
    /// Shows the number of unseen events in the window's title.
    void showUnseen(int count);
    /// Announces a changed task of a team server that concerns the user to screen readers. @p isNews as in
    /// FollowedTasks.
    void announceTask(const WatchRecord &task, bool isNews);
    /// Ids of dismissed tasks of team servers.
    [[nodiscard]] QStringList dismissedTasks() const;
    /// Adds the action at the top of the window's menu.
    void addToMenu(QAction *action);

Q_SIGNALS:
    /// By menu or shortcut; closing the window may only hide it.
    void quitAsked();
    /// All tasks that are dismissed now.
    void tasksDismissed(const QStringList &tasks);
    /// Requests a second window with simulated instances.
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
    /// @p control belongs to the page and is placed in its header; null: none.
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
    void followKey(QLatin1StringView id, QObject *context, const std::function<void(const QString &)> &apply);
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
    QString m_name;             ///< title of the window
    QString m_nextStep;         ///< the notice about the next step
    bool m_awaitsFirst = false; ///< there was no instance yet: show the next step when the first one responds
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
