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

/// All about one watch or application: header, what stands in the way, and tabs. Reads from the instance only while it
/// is visible; while it is hidden, what was read last stays.
///
/// A tab that cannot do its whole job is not shown: without a view of the application (its instance was removed) only
/// what was recorded is.
class DetailPane final : public QWidget
{
    Q_OBJECT
public:
    enum class Tab { Resources, Timeline, Events, Logs, Manifest, Evidence };

    DetailPane(Engine &engine, const Clock &clock, QWidget *parent = nullptr);
    ~DetailPane() override;

    /// Later changes of the watch are followed by themselves.
    void showWatch(const WatchRecord &watch);
    void showApplication(const ApplicationKey &application);
    void clear();
    /// Who says "I'm on it" here.
    void setUserName(const QString &name);
    /// In which times are shown from now on.
    void setZone(const QTimeZone &zone);

    [[nodiscard]] bool isTabShown(Tab tab) const;
    /// Nothing if it is not shown.
    void openTab(Tab tab);

    /// What can be done by keys; each has its stable name.
    [[nodiscard]] QList<QAction *> detailActions() const;
    /// To what searches the tab that is shown; false if nothing does.
    bool find();

    /// Widths of columns, and how logs and manifests are shown.
    void recall(const WindowMemory &memory);
    void remember(WindowMemory &memory) const;

Q_SIGNALS:
    /// Argo CD's page of the application is wanted: to be opened with the system's opener.
    void addressRequested(const QUrl &address);
    /// Something cannot be read, and the remedy is found at the instance.
    void instanceAsked(const QString &instance);
    /// Where the service of this image runs.
    void versionsAsked(const QString &image);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    /// Given on to the tab that is shown.
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
    void lookAtSelection();
    void takeOver();
    void copyReport();
    void inspectSelection();
    [[nodiscard]] QWidget *pageOf(Tab tab) const;

    Engine &m_engine;
    const Clock &m_clock;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    QString m_userName;
    bool m_isSelected = false; ///< once a subject: later the person's own selection counts
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
