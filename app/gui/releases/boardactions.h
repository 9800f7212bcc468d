#pragma once

#include "app/gui/releases/boardmodel.h"

#include <QAction>
#include <QObject>

class QMenu;

namespace lynceus {

class Engine;

/// What can be done with the chosen watches: one QAction each, with its key, enabled where it makes sense.
class BoardActions final : public QObject
{
    Q_OBJECT
public:
    /// The actions belong to @p owner and work while it or a child has the focus.
    BoardActions(Engine &engine, const Clock &clock, const BoardModel &model, QWidget &owner);

    /// Who says "I'm on it" here.
    void setUserName(const QString &name) { m_userName = name; }
    void setChosen(const QStringList &watches);
    /// Again, after something about them changed.
    void refresh();
    /// All of them, in the order of menus. Cancelling and dismissing share a name: one key removes, whatever it means.
    [[nodiscard]] QList<QAction *> all() const { return m_all; }
    void fill(QMenu &menu) const;

Q_SIGNALS:
    void newWatchAsked(const QString &text);
    void cancelAsked(const QStringList &watches);
    /// Running watches of ours are to be registered on a team server.
    void shareAsked(const QStringList &watches);
    /// Tasks of team servers that are over are not to be shown any more.
    void tasksDismissed(const QStringList &tasks);
    void noteAsked(const QStringList &watches);
    void pageAsked(const QUrl &page);
    /// Done, or an error: one sentence.
    void said(const QString &sentence, bool isError);
    void repeated(const QStringList &newWatches);

private:
    /// @p id its object name: the stable one under which its key is kept.
    QAction *add(QLatin1StringView id, QLatin1StringView glyph, const QString &text, const QKeySequence &key);
    [[nodiscard]] QStringList chosen(bool over, bool areTasks = false) const;
    /// Watches of ours, running or over.
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
