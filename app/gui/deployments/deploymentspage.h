#pragma once

#include "app/gui/deployments/changecollector.h"
#include "app/gui/deployments/deploymentexporter.h"
#include "app/gui/lists/listpage.h"
#include "core/domain/deployments/deployment.h"
#include "core/io/clock.h"

#include <QTimeZone>

class QSplitter;

namespace lynceus {

class DeploymentDetails;
class DeploymentsModel;
class DeploymentsView;
class PeriodReader;
class PeriodStrip;
class ReportView;
struct DeploymentRow;
struct PeriodContent;

/// All deployments of a period, registered or not, and all watches that ended in it, with four metrics above. Details
/// of the selected one are below, with evidence and timeline if it was watched.
class DeploymentsPage final : public ListPage
{
    Q_OBJECT
public:
    DeploymentsPage(Engine &engine, const Clock &clock, const QTimeZone &zone, WindowMemory &memory,
                    QWidget *parent = nullptr);
    ~DeploymentsPage() override;

    [[nodiscard]] const DeploymentsModel &model() const { return *m_model; }
    [[nodiscard]] DeploymentsView &view() const { return *m_view; }
    /// @p period is a PeriodStrip::Period.
    void setPeriod(int period);
    /// Exports the listed rows. Times in files are in UTC.
    void exportTo(const QString &fileName, DeploymentExporter::Format format);
    /// Chooses the format by the suffix.
    void exportTo(const QString &fileName) { exportTo(fileName, DeploymentExporter::formatOf(fileName)); }
    void setZone(const QTimeZone &zone);
    void remember() const override;

Q_SIGNALS:
    void applicationAsked(const lynceus::ApplicationKey &key);
    void pageAsked(const QUrl &page);
    /// Requests a new watch, from the empty page.
    void newWatchAsked();
    /// Watches were repeated: ids of the new watches.
    void repeated(const QStringList &watches);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void addActions();
    void listen();
    void ask();
    void takeTrouble(const Error &error);
    void takeContent(const PeriodContent &content);
    void putNewer(const PeriodContent &content);
    [[nodiscard]] bool putChanges(const std::vector<Deployment> &deployments);
    void takeTasks(const ServerTaskChanges &changes);
    [[nodiscard]] std::vector<Deployment> tasksSince(Instant from) const;
    void takeWatch(const WatchRecord &watch);
    void applyFilter() override;
    void renewTimes() override;
    void showAll();
    void showNumbers();
    void showSummary();
    void showContent();
    void sayWhyThereIsNone();
    void takeStep() override;
    void showChosen();
    void openPage();
    void showApplication(const Deployment &deployment);
    void copyReport();
    void repeat();
    void chooseFormat();
    [[nodiscard]] bool isOfPeriod(Instant began) const;
    [[nodiscard]] bool isWanted(const Deployment &deployment) const;
    [[nodiscard]] const DeploymentRow *chosen() const;
    [[nodiscard]] FilterField::Completion completion(const QString &text, qsizetype cursor) override;

    const Clock &m_clock;
    DeploymentsModel *m_model;
    PeriodStrip *m_period;
    PeriodReader *m_reader;
    QSplitter *m_splitter;
    DeploymentsView *m_view;
    ReportView *m_report;
    DeploymentDetails *m_details;
    DeploymentExporter *m_exporter;
    QAction *m_export = nullptr;
    QAction *m_repeat = nullptr;
    ChangeCollector m_changes;
    QTimer m_soon;                    ///< delays the metrics, because changes come in groups
    std::vector<Deployment> m_before; ///< deployments of the previous period
    Instant m_from{};                 ///< start of the shown period
    std::optional<Error> m_trouble;   ///< why reading failed
    bool m_isCut = false;
    bool m_hasContent = false; ///< a period was read
};

} // namespace lynceus
