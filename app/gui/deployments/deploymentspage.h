#pragma once

#include "app/gui/widgets/filterfield.h"
#include "core/domain/deployments/deployment.h"
#include "core/domain/watch/watchdetails.h"
#include "core/engine/deployments/deploymentreport.h"
#include "core/engine/engine.h"
#include "core/io/clock.h"

#include <QTimer>
#include <QTimeZone>
#include <QWidget>

class QAction;
class QSplitter;
class QStackedWidget;

namespace lynceus {

class Chip;
class ChipRow;
class DeploymentChart;
class DeploymentsModel;
class DeploymentsView;
class EmptyState;
class InlineBar;
class NumberStrip;
class ReportView;
class WindowMemory;

/// Every deployment of a period, registered or not, with the four numbers above, and below what is known of the chosen
/// one: of one that was watched its evidence and timeline.
class DeploymentsPage final : public QWidget
{
    Q_OBJECT
public:
    DeploymentsPage(Engine &engine, const Clock &clock, const QTimeZone &zone, WindowMemory &memory,
                    QWidget *parent = nullptr);
    ~DeploymentsPage() override;

    [[nodiscard]] const DeploymentsModel &model() const { return *m_model; }
    [[nodiscard]] DeploymentsView &view() const { return *m_view; }
    [[nodiscard]] QString filterText() const { return m_field->text(); }
    void setFilterText(const QString &text);
    /// 0: today, 1: 24 h, 2: 7 d, 3: 30 d.
    void setPeriod(int period);
    void focusFilter();
    /// To the list, or to what can be done where it is empty.
    void takeFocus();
    /// Writes what is listed, by the end of the name: ".json", ".md", ".html", else as CSV. Files have times in UTC.
    void exportTo(const QString &fileName);
    [[nodiscard]] QList<QAction *> deploymentActions() const;
    void setZone(const QTimeZone &zone);
    void remember() const;

Q_SIGNALS:
    void applicationAsked(const lynceus::ApplicationKey &key);
    void pageAsked(const QUrl &page);
    void addInstanceAsked();
    void said(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void addActions();
    void listen();
    void ask();
    void takeAnswer(const Result<std::vector<Deployment>> &answer);
    void takeChanges(const std::vector<Deployment> &deployments);
    void takeTasks(const ServerTaskChanges &changes);
    [[nodiscard]] std::vector<Deployment> tasksSince(Instant from) const;
    void applyFilter();
    void showSummary();
    void showNumbers();
    void showContent();
    void takeStep();
    void showChosen();
    void showReport(const QString &markdown);
    void openMenu(const QPoint &position);
    void openPage();
    void showApplication(const Deployment &deployment);
    [[nodiscard]] QUrl pageOf(const Deployment &deployment) const;
    void copyReport();
    void chooseFile();
    void collectTimelines(DeploymentReport report, std::size_t next, const QString &fileName);
    void write(const QString &fileName, const QByteArray &content);
    [[nodiscard]] Instant periodBegin() const;
    [[nodiscard]] Instant beforeBegin() const;
    [[nodiscard]] const Deployment *chosen() const;
    [[nodiscard]] FilterField::Completion completion(const QString &text, qsizetype cursor) const;

    Engine &m_engine;
    const Clock &m_clock;
    WindowMemory &m_memory;
    DeploymentsModel *m_model;
    InlineBar *m_bar;
    FilterField *m_field;
    ChipRow *m_period;
    Chip *m_unfold; ///< the chart
    DeploymentChart *m_chart;
    NumberStrip *m_numbers;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QSplitter *m_splitter;
    DeploymentsView *m_view;
    ReportView *m_report;
    QAction *m_export = nullptr;
    QTimer m_tick;
    QTimer m_soon;                    ///< many changes come together: the numbers follow
    std::vector<Deployment> m_before; ///< of the period before
    Instant m_from{};                 ///< of the answer that is shown
    QString m_text;                   ///< of the report that is shown, Markdown
    QString m_shownId;                ///< whose report is shown
    bool m_isCut = false;
    bool m_hasAnswer = false;
    int m_asked = 0; ///< an answer to an older question is dropped
};

} // namespace lynceus
