#include "app/cli/doctor/bundlefile.h"

#include "app/cli/doctor/bundle.h"
#include "core/io/clock.h"
#include "core/io/compression/gzip.h"
#include "core/io/log/logfile.h"
#include "core/io/settings/instancesfile.h"
#include "core/io/settings/preferencesfile.h"
#include "core/io/settings/preferencesjson.h"
#include "core/io/writefile.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kLogLines = 2'000; // some hours of log during an outage

} // namespace

Result<void> checkBundle(const BundleOptions &options)
{
    if (!options.file.isEmpty() && (QFileInfo::exists(options.file) || QFileInfo(options.file).isSymLink()))
        return badInput(u"already exists; choose another name"_s, u"--bundle "_s + options.file);
    return {};
}

Result<void> writeBundle(const BundleOptions &options, const QJsonObject &doctor, const std::vector<Instance> &asked,
                         std::vector<Secret> secrets, const Clock &clock)
{
    BundleParts parts;
    parts.madeAt = clock.now();
    parts.versions = versionsHere();
    parts.doctor = doctor;
    parts.secrets = std::move(secrets);
    PreferencesFile preferences(PreferencesFile::usualName());
    std::ignore = preferences.read(); // errors are reported as findings
    parts.preferences = preferencesToJson(preferences.now());
    if (auto stored = InstancesFile(InstancesFile::usualName()).read())
        parts.instances = std::move(stored->instances);
    parts.log = LogFile(LogFile::usualName()).lastLines(kLogLines);

    Replacements replacements;
    for (const auto &[name, standIn] : options.replacements)
        replacements.add(name, standIn);
    if (options.hidesHosts) {
        auto instances = parts.instances;
        instances.insert(instances.end(), asked.begin(), asked.end());
        addHosts(replacements, instances);
    }
    replacements.add(QDir::homePath(), u"HOME"_s); // often contains the user's name
    const auto text = bundleText(parts, replacements);
    return writePrivateFile(options.file, options.file.endsWith(".gz"_L1) ? gzipped(text, 9) : text);
}

} // namespace lynceus
