#pragma once

#include "core/domain/watch/historyquery.h"
#include "core/domain/watch/timelineentry.h"
#include "core/io/clock.h"

#include <QTimer>
#include <QTimeZone>
#include <QWidget>

class QAction;
class QLineEdit;
class QSplitter;
class QStackedWidget;
class QTreeView;

namespace lynceus {

class ReportView;

class PlainLabel;

class ChipRow;
class Engine;
class EmptyState;
class HistoryModel;
class InlineBar;
struct WatchRecord;

/// Every verdict: searched, sorted, exported; the chosen one below with all that was known then.
class HistoryPage final : public QWidget
{
    Q_OBJECT
public:
    HistoryPage(Engine &engine, const Clock &clock, const QTimeZone &zone, QWidget *parent = nullptr);
    ~HistoryPage() override;

    /// Writes what is listed, as JSON if the name ends in ".json", else as CSV.
    void exportTo(const QString &fileName);
    [[nodiscard]] QList<QAction *> historyActions() const { return m_actions; }
    /// To what is searched for.
    void find();
    /// In which times are shown from now on; copied reports name it; what is exported has UTC.
    void setZone(const QTimeZone &zone);
    /// Columns, order and splitter, to be remembered.
    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray &state);

Q_SIGNALS:
    void pageAsked(const QUrl &page);
    void said(const QString &sentence);
    /// Nothing was watched yet, and somebody wants to.
    void newWatchAsked();
    /// Watched again: the ids of the new watches.
    void repeated(const QStringList &watches);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    /// Down leads from the search to what it found.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void buildActions();
    void listen();
    QAction *add(QLatin1StringView id, QLatin1StringView glyph, const QString &text, const QKeySequence &key,
                 void (HistoryPage::*does)());
    void askSoon();
    void ask();
    void showAnswer(const Result<std::vector<WatchRecord>> &answer);
    void showNothing(bool isFiltered);
    void showUnread(const Error &error);
    void takeFirstStep();
    void showChosen();
    void showReport(const WatchRecord &watch, const std::vector<TimelineEntry> &timeline);
    void repeat();
    void openPage();
    void copyReport();
    void chooseFile();
    void openMenu(const QPoint &position);
    [[nodiscard]] HistoryQuery query() const;
    [[nodiscard]] const WatchRecord *chosen() const;

    Engine &m_engine;
    HistoryModel *m_model;
    InlineBar *m_bar;
    QLineEdit *m_search;
    ChipRow *m_outcomes;
    PlainLabel *m_count;
    QStackedWidget *m_stack;
    EmptyState *m_nothing;
    QSplitter *m_splitter;
    QTreeView *m_view;
    ReportView *m_report;
    QList<QAction *> m_actions;
    QAction *m_export = nullptr;
    QList<QAction *> m_forChosen;
    QTimer m_soon;
    bool m_isStale = true;   ///< something ended since the last question
    bool m_isUnread = false; ///< the last question failed, and nothing is known
    int m_asked = 0;         ///< an answer to an older question is dropped
    QString m_shown;         ///< whose report is shown
};

} // namespace lynceus
