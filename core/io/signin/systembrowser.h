#pragma once

#include "core/io/signin/browser.h"

#include <QProcessEnvironment>

namespace lynceus {

/// The desktop's opener, started as a detached process without our tokens in its environment.
class SystemBrowser final : public Browser
{
public:
    bool open(const QUrl &link) override;
};

/// Path of the opener; empty if there is none.
[[nodiscard]] QString browserOpener();

/// Opens nothing: the user opens the link, here or elsewhere.
class NoBrowser final : public Browser
{
public:
    bool open(const QUrl &link) override;
};

/// @p environment without variables that may contain our secrets.
[[nodiscard]] QProcessEnvironment withoutSecrets(QProcessEnvironment environment);

} // namespace lynceus
