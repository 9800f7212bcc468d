#pragma once

#include "app/gui/detail/detailsubject.h"
#include "core/engine/facade/engine.h"

#include <QObject>
#include <QPointer>

namespace lynceus {

struct TaskPlace;

/// Provides the detail pane with the selected watch or application: what the engine knows about it and, while the pane
/// is visible, live data from its instance. For a task of a team server, the application is read from the only
/// configured instance that has it; it may be found later or not at all.
class DetailSource final : public QObject
{
    Q_OBJECT
public:
    explicit DetailSource(Engine &engine, QObject *parent = nullptr);
    /// Call clear() first, while the users of view() still exist.
    ~DetailSource() override;

    /// True for the same watch or, if neither has a watch, the same application.
    [[nodiscard]] bool isAbout(const DetailSubject &subject) const;
    /// Changes the subject and adds what the engine knows about its instance.
    void begin(DetailSubject subject);
    /// Takes a newer state of the subject's watch; nothing if the subject is an application.
    void takeWatch(const std::optional<WatchRecord> &watch);
    void clear();
    /// The instance is read only while the pane is visible; hiding it keeps the data read last.
    void setInView(bool isInView);
    /// Retries at once whatever failed.
    void tryAgain();

    /// Null if there is no subject.
    [[nodiscard]] const DetailSubject *subject() const { return m_subject ? &*m_subject : nullptr; }
    /// Null while the pane is hidden or if no view could be opened.
    [[nodiscard]] ApplicationView *view() const { return m_view; }
    /// True if the instance does not exist or no instance has the task's application: only recorded data is available.
    [[nodiscard]] bool isViewRefused() const { return m_isRefused; }
    /// Empty if the subject is not a task of a team server.
    [[nodiscard]] std::optional<TaskPlace> taskPlace() const;
    /// The application that view() reads. For a task, its name may differ from the one on the team server. Requires a
    /// subject().
    [[nodiscard]] DetailSubject viewedSubject() const;

Q_SIGNALS:
    /// Something about subject() changed.
    void changed();
    /// The commit, or the usual duration of the application's rollouts, was received.
    void completed();
    /// view() was opened, or it is certain that there is none.
    void viewOpened();
    /// view() is about to be closed: receivers must stop using it before they return.
    void viewClosing();
    void treeChanged();
    void troubleChanged();
    /// No configured instance has the task's application, or has it any longer.
    void viewRefused();

private:
    void connectEngine();
    void listenToTeamServers();
    void renew();
    void openView();
    void closeView();
    void findOwn(const TaskPlace &place);
    void forgetOwn();
    void matchCommit();
    void askForCommit();
    void askForEta();

    Engine &m_engine;
    std::optional<DetailSubject> m_subject;
    QPointer<ApplicationView> m_view;
    std::optional<ApplicationKey> m_own;              ///< the task's application on a configured instance
    QString m_askedRevision;                          ///< revision whose commit was requested last from m_view
    QString m_commitRevision;                         ///< revision of the subject's commit
    std::optional<RevisionMetadata> m_recordedCommit; ///< the commit that the watch's record contained last
    bool m_isRefused = false;
    bool m_isInView = false;
};

} // namespace lynceus
