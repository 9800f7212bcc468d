#pragma once

#include "app/gui/instances/instancecard.h"
#include "core/engine/facade/engine.h"
#include "core/io/clock.h"

#include <QTimer>
#include <QTimeZone>
#include <QWidget>

#include <functional>
#include <map>

class QLineEdit;
class QScrollArea;
class QStackedLayout;
class QVBoxLayout;

namespace lynceus {

class EmptyState;
class PlainLabel;
class TeamServerCards;

/// All Argo CD instances and team servers, with their state and actions.
class InstancesPage final : public QWidget
{
    Q_OBJECT
public:
    InstancesPage(Engine &engine, const Clock &clock, QWidget *parent = nullptr);

    void addInstance();
    void importContexts();
    /// Time zone of errors and of dialogs that are opened from here.
    void setZone(const QTimeZone &zone);
    /// Also shows an instance that the filter hides.
    void showInstance(const QString &id);
    /// Moves the focus to the filter, if it is visible.
    void find();
    /// Moves the focus to the first remedy; otherwise to Add.
    void takeFocus();
    /// Null if there is none.
    [[nodiscard]] InstanceCard *card(const QString &id) const;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void take(const InstanceState &state);
    void takeServer(const TeamServerState &server);
    [[nodiscard]] InstanceCard &cardFor(const QString &id);
    void drop(const QString &id);
    void placeCards();
    void showMatching();
    void leaveFilter();
    void askRights(InstanceCard &card);
    void fillMenu(InstanceCard &card);
    void remedy(const InstanceCard &card);
    void signIn(const Instance &instance, SignInMethod method);
    void changeAddress(const Instance &instance);
    void showCertificate(const Instance &instance);
    void test(const QString &id);
    void rename(const Instance &instance);
    void recolour(const Instance &instance, const QString &colour);
    void pause(Instance instance, bool paused);
    void remove(const Instance &instance);
    void save(const Instance &instance);
    void report(const QString &id, bool good, const QString &sentence);

    /// When permissions were requested, and for which account.
    struct Asked
    {
        QString user;
        Duration at;
    };

    Engine &m_engine;
    const Clock &m_clock;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    std::map<QString, InstanceCard *> m_cards; ///< by id
    std::map<QString, Asked> m_asked;          ///< by id
    QScrollArea *m_scroll;
    QVBoxLayout *m_column = nullptr;
    QStackedLayout *m_content = nullptr;
    EmptyState *m_empty;
    QLineEdit *m_filter;
    PlainLabel *m_nothing; ///< shown if no instance matches the filter
    TeamServerCards *m_servers;
    QTimer m_ages;
};

} // namespace lynceus
