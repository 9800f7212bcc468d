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

/// The start screen: what needs a person, what is in progress, what is done. Listens to @p engine from its
/// construction.
class ReleasesPage final : public QWidget
{
    Q_OBJECT
public:
    ReleasesPage(Engine &engine, const Clock &clock, const QTimeZone &zone, QWidget *parent = nullptr);
    ~ReleasesPage() override;

    void selectWatch(const QString &id);
    /// To the filter of the board.
    void find();
    /// Who says "I'm on it" here.
    void setUserName(const QString &name);
    /// In which times are shown from now on.
    void setZone(const QTimeZone &zone);
    /// The watch whose detail belongs below; null if none is chosen. Valid until the next change.
    [[nodiscard]] const WatchRecord *currentWatch() const;
    /// For menus and the list of keys.
    [[nodiscard]] QList<QAction *> boardActions() const;
    /// Which releases are unfolded.
    [[nodiscard]] QStringList unfolded() const;
    void setUnfolded(const QStringList &releases);
    /// Chooses how rows are grouped and sorted; for the head of the screen.
    [[nodiscard]] ArrangeButton *arrangeButton() const { return m_arrange; }
    /// How rows are grouped and sorted, and which groups are folded: to be remembered.
    [[nodiscard]] QString arrangement() const;
    [[nodiscard]] QStringList foldedGroups() const;
    void setArrangement(const QString &arrangement, const QStringList &foldedGroups);
    /// Rows show the environments of their applications. It outlives the page.
    void follow(const Environments &environments);
    /// Tasks of team servers that are hidden although their servers still list them: to be remembered.
    [[nodiscard]] QStringList dismissedTasks() const;
    void setDismissedTasks(const QStringList &tasks);
    /// A question or an error of somebody else's about watches, in place.
    void showError(const QString &sentence);

Q_SIGNALS:
    /// Another one was chosen, or the chosen one changed. @p id empty: none.
    void currentWatchChanged(const QString &id);
    /// Enter on a watch.
    void opened();
    /// The number of rows that need attention, for the sidebar.
    void attentionChanged(int rows);
    /// With what was pasted or typed, may be empty.
    void newWatchAsked(const QString &text);
    void addInstanceAsked();
    /// All that are dismissed now.
    void tasksDismissed(const QStringList &tasks);
    void importAsked();
    void demoAsked();
    /// To be opened in the browser.
    void pageAsked(const QUrl &page);
    /// Something was done; one short sentence for the status line.
    void said(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void listen();
    void lookForContexts();
    void listenToTeamServers();
    void chooseServer(const QStringList &watches);
    void share(const QStringList &watches, const QString &server);
    void showApplied();
    void tick();
    void tellCurrent();
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
