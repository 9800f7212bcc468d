#pragma once

#include "app/gui/detail/detailsubject.h"
#include "core/engine/facade/engine.h"

#include <QTimeZone>
#include <QWidget>

class QAction;
class QTabWidget;

namespace lynceus {

class Clock;
class DetailBanner;
class DetailHeader;
class DetailSource;
class EventsTab;
class EvidenceTab;
class LogsTab;
class ManifestTab;
class ResourcesTab;
class TimelineTab;
class WindowMemory;

/// Details of one watch or application: header, cause or blocker, and tabs. Reads from the instance only while visible;
/// while hidden, it keeps the last data.
///
/// Tabs that cannot show their data are hidden: without a view of the application (its instance was removed), only
/// recorded data is shown.
class DetailPane final : public QWidget
{
    Q_OBJECT
public:
    enum class Tab { Resources, Timeline, Events, Logs, Manifest, Evidence };

    DetailPane(Engine &engine, const Clock &clock, QWidget *parent = nullptr);
    ~DetailPane() override;

    /// Later changes of the watch update the pane automatically.
    void showWatch(const WatchRecord &watch);
    void showApplication(const ApplicationKey &application);
    void clear();
    /// The user name for "I'm on it".
    void setUserName(const QString &name);
    /// Time zone of all times from now on.
    void setZone(const QTimeZone &zone);

    [[nodiscard]] bool isTabShown(Tab tab) const;
    /// Does nothing if the tab is hidden.
    void openTab(Tab tab);

    /// Actions with keys; each has a stable name.
    [[nodiscard]] QList<QAction *> detailActions() const;
    /// Moves the focus to the search of the current tab; false if it has none.
    bool find();

    /// Restores column widths and the display options of logs and manifests.
    void recall(const WindowMemory &memory);
    void remember(WindowMemory &memory) const;

Q_SIGNALS:
    /// Requests to open the application's page in Argo CD with the system's opener.
    void addressRequested(const QUrl &address);
    /// Requests to show the instance, because the remedy for an error is there.
    void instanceAsked(const QString &instance);
    /// Requests the versions of the service with this image.
    void versionsAsked(const QString &image);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    /// Passes the focus to the current tab.
    void focusInEvent(QFocusEvent *event) override;

private:
    void buildTabs();
    void connectSource();
    void connectHeader();
    void addKeys();
    void begin(DetailSubject subject);
    [[nodiscard]] bool hasSubject() const;
    [[nodiscard]] const DetailSubject &subject() const;

    void showSubject();
    void showBanners();
    void showTabs();
    void showTrouble();
    void remedyTrouble();
    [[nodiscard]] QString remedyText() const;
    void showResources();
    void selectCause();
    void showSelection();
    void takeOver();
    void copyReport();
    void inspectSelection();
    [[nodiscard]] QWidget *pageOf(Tab tab) const;

    Engine &m_engine;
    const Clock &m_clock;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    QString m_userName;
    bool m_isSelected = false; ///< a tab was selected for this subject: later, only the user changes it
    std::optional<ResourceKey> m_ourSelection;

    DetailSource *m_source;
    DetailHeader *m_header;
    DetailBanner *m_banner;
    DetailBanner *m_trouble;
    QTabWidget *m_tabs;
    ResourcesTab *m_resources;
    TimelineTab *m_timeline;
    EventsTab *m_events;
    LogsTab *m_logs;
    ManifestTab *m_manifest;
    EvidenceTab *m_evidence;
};

} // namespace lynceus
