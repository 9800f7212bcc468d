#pragma once

#include "core/domain/argocd/applicationfilter.h"
#include "core/domain/argocd/decoders.h"
#include "core/domain/deployments/marksdecoder.h"
#include "core/engine/feeds/decodedstream.h"

namespace lynceus {

/// The stream of all applications that an instance's filter lets through. One that leaves the filter is told as
/// deleted: servers say nothing of that. heard() comes with every frame, too.
class ListStream final : public DecodedStream
{
    Q_OBJECT
public:
    ListStream(const InstanceAccess &access, const Clock &clock, const QString &resourceVersion,
               const ApplicationFilter &filter, QObject *parent);

Q_SIGNALS:
    void eventArrived(const lynceus::ApplicationEvent &event);
    /// Before eventArrived(), of an application that was not deleted: what it says of its deployments.
    void marksArrived(const lynceus::DeploymentMarks &marks);

private:
    [[nodiscard]] Result<void> take(const QByteArray &payload) override;

    ApplicationFilter m_filter;
    Decoder m_decoder;
    MarksDecoder m_marks;
};

} // namespace lynceus
