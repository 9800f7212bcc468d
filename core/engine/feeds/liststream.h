#pragma once

#include "core/domain/argocd/decoders/decoders.h"
#include "core/domain/argocd/requests/applicationfilter.h"
#include "core/domain/deployments/marksdecoder.h"
#include "core/engine/feeds/decodedstream.h"

namespace lynceus {

/// The stream of all applications that match an instance's filter. An application that no longer matches is reported as
/// deleted; servers do not report this. heard() is also emitted for every frame.
class ListStream final : public DecodedStream
{
    Q_OBJECT
public:
    ListStream(const InstanceAccess &access, const Clock &clock, const QString &resourceVersion,
               const ApplicationFilter &filter, QObject *parent);

Q_SIGNALS:
    void eventArrived(const lynceus::ApplicationEvent &event);
    /// Emitted before eventArrived() if the application was not deleted: its data about deployments.
    void marksArrived(const lynceus::DeploymentMarks &marks);

private:
    [[nodiscard]] Result<void> take(const QByteArray &payload) override;

    ApplicationFilter m_filter;
    Decoder m_decoder;
    MarksDecoder m_marks;
};

} // namespace lynceus
