#pragma once

#include "core/domain/argocd/decoders/decoders.h"
#include "core/engine/feeds/decodedstream.h"

#include <memory>

namespace lynceus {

/// The list stream for one application. Drops frames of other applications: servers ignore filters that they do not
/// know.
class ApplicationFeed final : public DecodedStream
{
    Q_OBJECT
public:
    ApplicationFeed(const InstanceAccess &access, const Clock &clock, const ApplicationKey &key, const QString &project,
                    const QString &resourceVersion, QObject *parent);

Q_SIGNALS:
    void applicationArrived(std::shared_ptr<const lynceus::Application> application);
    void deleted();

private:
    [[nodiscard]] Result<void> take(const QByteArray &payload) override;

    ApplicationKey m_key;
    Decoder m_decoder;
};

} // namespace lynceus
