#pragma once

#include "core/domain/argocd/applicationfilter.h"
#include "core/domain/argocd/decoders.h"
#include "core/domain/deployments/marksdecoder.h"
#include "core/io/http/streamconnection.h"

#include <QObject>

namespace lynceus {

/// The stream of all applications that an instance's filter lets through. One that leaves the filter is told as
/// deleted: servers say nothing of that. Nothing comes after ended().
class ListStream final : public QObject
{
    Q_OBJECT
public:
    ListStream(const InstanceAccess &access, const Clock &clock, const QString &resourceVersion,
               const ApplicationFilter &filter, QObject *parent);

    void open() { m_connection.open(); }

Q_SIGNALS:
    void opened();
    /// Any frame or keepalive.
    void heard();
    void eventArrived(const lynceus::ApplicationEvent &event);
    /// Before eventArrived(), of an application that was not deleted: what it says of its deployments.
    void marksArrived(const lynceus::DeploymentMarks &marks);
    void ended(const lynceus::Error &error);

private:
    void takeFrame(const QByteArray &payload);
    void end(const Error &error);

    ApplicationFilter m_filter;
    StreamConnection m_connection;
    Decoder m_decoder;
    MarksDecoder m_marks;
    bool m_over = false;
};

} // namespace lynceus
