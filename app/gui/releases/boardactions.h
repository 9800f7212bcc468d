#pragma once

#include "app/gui/releases/boardmodel.h"

#include <QAction>
#include <QObject>

class QMenu;

namespace lynceus {

class Engine;

/// The actions for selected watches, each with a shortcut, enabled when applicable.
class BoardActions final : public QObject
{
    Q_OBJECT
public:
    /// The actions belong to @p owner and work while it or a child has the focus.
    BoardActions(Engine &engine, const Clock &clock, const BoardModel &model, QWidget &owner);

    /// The user name for "I'm on it".
    void setUserName(const QString &name) { m_userName = name; }
    void setChosen(const QStringList &watches);
    /// Updates the actions; call after the selected watches changed.
    void refresh();
    /// All actions in menu order. Cancelling and dismissing share an id, so that one key does whichever applies.
    [[nodiscard]] QList<QAction *> all() const { return m_all; }
    void fill(QMenu &menu) const;

Q_SIGNALS:
    void newWatchAsked(const QString &text);
    void cancelAsked(const QStringList &watches);
    /// Requests to register running local watches on a team server.
    void shareAsked(const QStringList &watches);
    /// Requests to hide finished tasks of team servers.
    void tasksDismissed(const QStringList &tasks);
    void noteAsked(const QStringList &watches);
    void pageAsked(const QUrl &page);
    /// A result or an error, in one sentence.
    void said(const QString &sentence, bool isError);
    void repeated(const QStringList &newWatches);

private:
    /// @p id becomes the object name, under which the shortcut is stored.
    QAction *add(QLatin1StringView id, QLatin1StringView glyph, const QString &text, const QKeySequence &key);
    [[nodiscard]] QStringList chosen(bool over, bool areTasks = false) const;
    /// Selected local watches, running or finished.
    [[nodiscard]] QStringList ownChosen() const;
    void extend(Duration by);
    void snooze();
    void takeOver();
    [[nodiscard]] bool isMine() const;
    void dismiss();
    void repeat();
    void openPages();
    void copyReport();
    void copyLink();

    Engine &m_engine;
    const Clock &m_clock;
    const BoardModel &m_model;
    QWidget &m_owner;
    QString m_userName;
    QStringList m_chosen;
    QList<QAction *> m_all;
    QAction *m_new;
    QAction *m_paste;
    QAction *m_extend;
    QAction *m_extendLong;
    QAction *m_snooze;
    QAction *m_share;
    QAction *m_take;
    QAction *m_note;
    QAction *m_cancel;
    QAction *m_repeat;
    QAction *m_open;
    QAction *m_copy;
    QAction *m_link;
    QAction *m_dismiss;
};

} // namespace lynceus
