#pragma once

#include <QString>

namespace lynceus {

/// What the engine is built of that belongs to the person; tests have their own.
struct EngineSetup
{
    QString instancesFile;
    QString cacheFile; ///< empty: nothing is cached
    QString storeFile; ///< empty: watches live as long as the program

    /// The person's files.
    [[nodiscard]] static EngineSetup usual();
};

} // namespace lynceus
