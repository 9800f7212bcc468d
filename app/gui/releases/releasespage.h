#pragma once

#include "core/domain/watch/watchrecord.h"
#include "core/io/clock.h"

#include <QTimer>
#include <QTimeZone>
#include <QUrl>
#include <QWidget>

class QLineEdit;
class QStackedWidget;

namespace lynceus {

class ArrangeButton;
class BoardActions;
class BoardModel;
class BoardSource;
class BoardView;
class EmptyBoard;
class Engine;
class Environments;
class InlineBar;
class PlainLabel;

/// The start page: what needs attention, what is in progress, what is done. Connects to @p engine in its constructor.
class ReleasesPage final : public QWidget
{
    Q_OBJECT
public:
    ReleasesPage(Engine &engine, const Clock &clock, const QTimeZone &zone, QWidget *parent = nullptr);
    ~ReleasesPage() override;

    void selectWatch(const QString &id);
    /// Moves the focus to the filter of the board.
    void find();
    /// The user name for "I'm on it".
    void setUserName(const QString &name);
    /// Time zone of all times from now on.
    void setZone(const QTimeZone &zone);
    /// The watch whose details are shown below; null if none is selected. Valid until the next change.
    [[nodiscard]] const WatchRecord *currentWatch() const;
    /// For menus and the list of shortcuts.
    [[nodiscard]] QList<QAction *> boardActions() const;
    /// Names of the unfolded releases.
    [[nodiscard]] QStringList unfolded() const;
    void setUnfolded(const QStringList &releases);
    /// Chooses grouping and sorting; placed in the page's header.
    [[nodiscard]] ArrangeButton *arrangeButton() const { return m_arrange; }
    /// To be stored: grouping, sorting and folded groups.
    [[nodiscard]] QString arrangement() const;
    [[nodiscard]] QStringList foldedGroups() const;
    void setArrangement(const QString &arrangement, const QStringList &foldedGroups);
    /// Shows the environments of applications. @p environments must outlive the page.
    void follow(const Environments &environments);
    /// To be stored: dismissed tasks that their team servers still list.
    [[nodiscard]] QStringList dismissedTasks() const;
    void setDismissedTasks(const QStringList &tasks);
    /// Shows an error about watches that occurred elsewhere.
    void showError(const QString &sentence);

Q_SIGNALS:
    /// Another watch was selected, or the selected one changed. @p id empty: none.
    void currentWatchChanged(const QString &id);
    /// Enter on a watch.
    void opened();
    /// The number of rows that need attention, for the sidebar.
    void attentionChanged(int rows);
    /// @p text was pasted or typed; may be empty.
    void newWatchAsked(const QString &text);
    void addInstanceAsked();
    /// All tasks that are dismissed now.
    void tasksDismissed(const QStringList &tasks);
    void importAsked();
    void demoAsked();
    /// Requests to open the page in the browser.
    void pageAsked(const QUrl &page);
    /// Something was done; one short sentence for the status line.
    void said(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void listen();
    void findContexts();
    void listenToTeamServers();
    void chooseServer(const QStringList &watches);
    void share(const QStringList &watches, const QString &server);
    void showApplied();
    void tick();
    void reportCurrent();
    void selectFirst();
    void askToCancel(const QStringList &watches);
    void editNote(const QStringList &watches);
    void openMenu(const QPoint &position);
    void buildFilter();
    void showFilter();
    void leaveFilter(bool clears);

    Engine &m_engine;
    const Clock &m_clock;
    BoardModel *m_model;
    BoardSource *m_source;
    BoardView *m_view;
    EmptyBoard *m_empty;
    InlineBar *m_bar;
    QWidget *m_filterBar;
    QLineEdit *m_filter;
    PlainLabel *m_matches;
    QStackedWidget *m_stack;
    BoardActions *m_actions;
    ArrangeButton *m_arrange;
    QTimer m_seconds;
    QSet<QString> m_instances;
    int m_attention = 0;
    QString m_toSelect;
};

} // namespace lynceus
