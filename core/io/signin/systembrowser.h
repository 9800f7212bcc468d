#pragma once

#include "core/io/signin/browser.h"

#include <QProcessEnvironment>

namespace lynceus {

/// The desktop's own opener, started on its own and without our tokens in its environment.
class SystemBrowser final : public Browser
{
public:
    bool open(const QUrl &link) override;
};

/// The opener's path, empty if this computer has none.
[[nodiscard]] QString browserOpener();

/// Shows nothing: the person opens the link, here or elsewhere.
class NoBrowser final : public Browser
{
public:
    bool open(const QUrl &link) override;
};

/// @p environment without what may hold a secret of ours.
[[nodiscard]] QProcessEnvironment withoutSecrets(QProcessEnvironment environment);

} // namespace lynceus
