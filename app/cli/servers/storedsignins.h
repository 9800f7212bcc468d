#pragma once

#include "core/domain/model/instance.h"
#include "core/io/clock.h"
#include "core/io/http/instanceaccess.h"

#include <QObject>

#include <functional>
#include <memory>

namespace lynceus {

/// How the requests of stored instances get their credentials.
class StoredSignIns final : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void(Result<InstanceAccess>)>;

    explicit StoredSignIns(const Clock &clock, QObject *parent = nullptr);
    ~StoredSignIns() override;

    /// Later, once, never after @p context died. Errors: as accessFor() and readGatewayHeaders().
    void access(const Instance &instance, QObject *context, Answer answer);
};

} // namespace lynceus
