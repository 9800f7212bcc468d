#include "app/serve/yamlsettings.h"

#include "core/io/readfile.h"

#include <utility>
#include <yaml-cpp/yaml.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qint64 kMostBytes = 256 * 1024;
constexpr int kMostLevels = 8;
constexpr int kMostValues = 10'000;

/// Flattens the tree to texts by path.
class Flattener final
{
public:
    Flattener(QMap<QString, QString> &values, QMap<QString, int> &counts)
        : m_values(values)
        , m_counts(counts)
    { }

    /// Returns an error; empty on success.
    [[nodiscard]] QString take(const YAML::Node &node, const QString &path, int level)
    {
        if (level > kMostLevels || m_values.size() > kMostValues)
            return u"it has more than %1 levels or %2 values"_s.arg(kMostLevels).arg(kMostValues);
        if (node.IsNull() || !node.IsDefined())
            return {};
        if (node.IsMap())
            return takeMap(node, path, level);
        if (node.IsSequence())
            return takeList(node, path, level);
        m_values.insert(path, QString::fromStdString(node.Scalar()));
        return {};
    }

private:
    [[nodiscard]] QString takeMap(const YAML::Node &node, const QString &path, int level)
    {
        for (const auto &field : node) {
            if (!field.first.IsScalar())
                return u"%1 has a key that is not a string"_s.arg(path);
            const auto name = QString::fromStdString(field.first.Scalar());
            const auto below = path.isEmpty() ? name : path + u'.' + name;
            if (m_values.contains(below) || m_counts.contains(below))
                return u"%1 is set twice"_s.arg(below);
            if (auto fault = take(field.second, below, level + 1); !fault.isEmpty())
                return fault;
        }
        return {};
    }

    [[nodiscard]] QString takeList(const YAML::Node &node, const QString &path, int level)
    {
        m_counts.insert(path, static_cast<int>(node.size()));
        for (std::size_t i = 0; i < node.size(); ++i) {
            if (auto fault = take(node[i], u"%1[%2]"_s.arg(path).arg(i), level + 1); !fault.isEmpty())
                return fault;
        }
        return {};
    }

    QMap<QString, QString> &m_values;
    QMap<QString, int> &m_counts;
};

} // namespace

Result<YamlSettings> YamlSettings::read(const QString &fileName)
{
    YamlSettings settings;
    settings.m_fileName = fileName;
    if (fileName.isEmpty())
        return settings;
    const auto bytes = readFile(fileName, kMostBytes);
    if (!bytes)
        return badInput(bytes.error().kind == Error::Kind::NotFound ? u"this file does not exist"_s
                                                                    : bytes.error().message,
                        fileName);
    if (bytes->contains('&') && bytes->contains('*')) // nested aliases can expand to gigabytes
        return badInput(u"it contains \"&\" and \"*\": anchors and aliases are not supported; write the value twice"_s,
                        fileName);
    try {
        const auto root = YAML::Load(bytes->toStdString());
        if (root.IsDefined() && !root.IsNull() && !root.IsMap())
            return badInput(u"it is not a map of settings, such as \"listen: 127.0.0.1:8080\""_s, fileName);
        if (const auto fault = Flattener(settings.m_values, settings.m_counts).take(root, {}, 0); !fault.isEmpty())
            return badInput(fault, fileName);
    } catch (const YAML::Exception &fault) {
        return badInput(u"line %1: %2"_s.arg(fault.mark.line + 1).arg(QString::fromStdString(fault.msg)), fileName);
    }
    return settings;
}

std::optional<QString> YamlSettings::text(const QString &path)
{
    m_read.insert(path);
    const auto found = m_values.constFind(path);
    return found == m_values.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<bool> YamlSettings::flag(const QString &path)
{
    const auto value = text(path);
    if (!value)
        return std::nullopt;
    if (*value == "true"_L1 || *value == "false"_L1)
        return *value == "true"_L1;
    m_badFlags += place(path);
    return std::nullopt;
}

QString YamlSettings::place(const QString &path) const
{
    return m_fileName.isEmpty() ? path : m_fileName + u": "_s + path;
}

QStringList YamlSettings::takeBadFlags()
{
    return std::exchange(m_badFlags, {});
}

QStringList YamlSettings::unread() const
{
    QStringList places;
    for (auto value = m_values.begin(); value != m_values.end(); ++value) {
        if (!m_read.contains(value.key()))
            places += place(value.key());
    }
    return places;
}

} // namespace lynceus
