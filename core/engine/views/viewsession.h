#pragma once

#include "core/engine/clients/instanceclients.h"
#include "core/engine/feeds/treefeed.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace lynceus {

/// Keeps one application and its tree up to date while they are shown. The tree is streamed if a slot is free;
/// otherwise it is polled, less often while it does not change. The application is read again when its feed reports a
/// change. Both are read at least once a minute, because a stream may miss changes.
class ViewSession final : public QObject
{
    Q_OBJECT
public:
    /// @p project: empty if unknown.
    ViewSession(ApplicationKey key, QString project, InstanceClients &clients, const Clock &clock,
                QObject *parent = nullptr);
    ~ViewSession() override;

    void start();
    /// Call when the feed reports a change.
    void changedInFeed();

    [[nodiscard]] const ApplicationKey &key() const { return m_key; }
    [[nodiscard]] const QString &project() const { return m_project; }
    [[nodiscard]] const std::shared_ptr<const Application> &application() const { return m_application.value; }

Q_SIGNALS:
    void applicationRead(std::shared_ptr<const lynceus::Application> application);
    void treeRead(std::shared_ptr<const lynceus::ResourceTree> tree);
    /// See ApplicationView::troubleChanged().
    void troubleChanged(const std::optional<lynceus::Error> &trouble);

private:
    template<typename T>
    struct Part
    {
        std::shared_ptr<const T> value;
        std::optional<Error> error;
        int failures = 0;
        bool underWay = false;
        QTimer timer;
    };

    void begin();
    void readApplication();
    void takeApplication(const std::shared_ptr<const Application> &application);
    void readTree();
    void takeTree(const std::shared_ptr<const ResourceTree> &tree);
    template<typename T>
    void takeFailure(Part<T> &part, const Error &error);
    void updateStream();
    void openStream();
    void closeStream();
    void streamEnded(const Error &error);
    void reportTrouble();
    [[nodiscard]] Duration treeWait() const;

    ApplicationKey m_key;
    QString m_project;
    InstanceClients &m_clients;
    const Clock &m_clock;
    ArgoCdClient *m_client = nullptr;
    std::unique_ptr<QObject> m_requests; ///< context of all requests in progress
    Part<Application> m_application;
    Part<ResourceTree> m_tree;
    std::unique_ptr<TreeSlot> m_slot;
    std::unique_ptr<TreeFeed> m_stream;
    QTimer m_streamAgain;
    int m_streamFailures = 0;
    bool m_streams = false;   ///< the stream is open and has sent data
    int m_unchangedReads = 0; ///< of the tree, in a row
    std::optional<Error> m_trouble;
};

} // namespace lynceus
