#pragma once

#include "core/domain/time/zonedtime.h"
#include "core/engine/instances/instancestate.h"
#include "core/engine/teamserver/teamserverstate.h"

#include <QFrame>

class QMenu;
class QToolButton;

namespace lynceus {

class PlainLabel;

class Banner;
class InstanceRights;

/// One instance, an Argo CD or a team server: name, state and actions.
class InstanceCard final : public QFrame
{
    Q_OBJECT
public:
    explicit InstanceCard(QWidget *parent = nullptr);

    /// @param now local clock.
    void setState(const InstanceState &state, Instant now, const QTimeZone &zone);
    /// @param running number of its tasks in progress.
    void setTeamServer(const TeamServerState &server, int running, Instant now, const QTimeZone &zone);
    /// Empty: it is an Argo CD instance.
    [[nodiscard]] const std::optional<TeamServerState> &teamServer() const { return m_server; }
    void showAge(Instant now);
    /// Shows the result of a test until the state changes.
    void showNote(bool good, const QString &sentence);
    [[nodiscard]] const InstanceState &state() const { return m_state; }
    [[nodiscard]] InstanceRights &rights() const { return *m_rights; }
    /// Moves the focus to the remedy if there is one, otherwise to the menu.
    void focusFirst();
    /// Actions; the page fills the menu.
    [[nodiscard]] QMenu *menu() const { return m_menu; }
    [[nodiscard]] Banner &banner() const { return *m_banner; }

Q_SIGNALS:
    void remedyAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void drawMark();
    struct Words
    {
        QString facts;
        QString trouble;
        QString detail;
        QString remedy;
    };
    void show(const InstanceState &state, const Words &words, Instant now, const QTimeZone &zone);

    InstanceState m_state; ///< for a team server: shownState()
    std::optional<TeamServerState> m_server;
    PlainLabel *m_name;
    PlainLabel *m_address;
    PlainLabel *m_markGlyph;
    PlainLabel *m_markWord;
    PlainLabel *m_age;
    PlainLabel *m_facts;
    InstanceRights *m_rights;
    Banner *m_banner;
    Banner *m_note;
    QToolButton *m_more;
    QMenu *m_menu;
};

} // namespace lynceus
