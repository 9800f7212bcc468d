#pragma once

#include "app/gui/detail/detailsubject.h"
#include "core/engine/facade/engine.h"

#include <QObject>
#include <QPointer>

namespace lynceus {

struct TaskPlace;

/// What the detail pane is about, kept up to date: the watch or application that was chosen, with what is known of it
/// in the engine, and with what its instance says while somebody looks. Of a team server's task the application is read
/// at the one instance of ours that has it; that may be found later, or never.
class DetailSource final : public QObject
{
    Q_OBJECT
public:
    explicit DetailSource(Engine &engine, QObject *parent = nullptr);
    /// To be cleared first, while those who use view() are there.
    ~DetailSource() override;

    /// The same watch, or the same application without one.
    [[nodiscard]] bool isAbout(const DetailSubject &subject) const;
    /// From now on it is about this; what the engine knows of its instance is added.
    void begin(DetailSubject subject);
    /// A newer state of the watch that it is about; nothing for an application.
    void takeWatch(const std::optional<WatchRecord> &watch);
    void clear();
    /// Its instance is only read while somebody looks; what was read last stays.
    void setLookedAt(bool isLookedAt);
    /// What is in the way is tried again at once.
    void tryAgain();

    /// Null: it is about nothing.
    [[nodiscard]] const DetailSubject *subject() const { return m_subject ? &*m_subject : nullptr; }
    /// Null: nobody looks, or there is none.
    [[nodiscard]] ApplicationView *view() const { return m_view; }
    /// There is no such instance, or no instance has the application of a task: only what was recorded is known.
    [[nodiscard]] bool isViewRefused() const { return m_isRefused; }
    /// Nothing: it is no task of a team server.
    [[nodiscard]] std::optional<TaskPlace> taskPlace() const;
    /// What view() reads: of a task not what its server calls the application. There is a subject().
    [[nodiscard]] DetailSubject viewedSubject() const;

Q_SIGNALS:
    /// Anything about subject().
    void changed();
    /// Its commit or the usual duration of its rollouts came.
    void completed();
    /// There is a view(), or it is known that there is none.
    void viewOpened();
    /// Whoever uses view() must let go of it now.
    void viewClosing();
    void treeChanged();
    void troubleChanged();
    /// No instance of ours has the application of the task, or not any more.
    void viewRefused();

private:
    void connectEngine();
    void listenToTeamServers();
    void renew();
    void openView();
    void closeView();
    void lookForOwn(const TaskPlace &place);
    void forgetOwn();
    void askForCommit();
    void askForEta();

    Engine &m_engine;
    std::optional<DetailSubject> m_subject;
    QPointer<ApplicationView> m_view;
    std::optional<ApplicationKey> m_own; ///< of a team server's task: its application at an instance of ours
    QString m_askedRevision;             ///< the commit that was asked for
    bool m_isRefused = false;
    bool m_isLookedAt = false;
};

} // namespace lynceus
