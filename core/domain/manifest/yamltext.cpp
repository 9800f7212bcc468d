#include "core/domain/manifest/yamltext.h"

#include "core/domain/manifest/yamlscalar_p.h"

#include <QLocale>

#include <algorithm>
#include <map>

#include <simdjson.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr std::size_t kDepth = 128; // as in the decoders; Kubernetes' own schemas have fewer than 40 levels

using Element = simdjson::dom::element;
using ElementType = simdjson::dom::element_type;
using Fields = std::map<std::string_view, Element>; // by code point; of equal names the last counts

Fields fieldsOf(Element object)
{
    Fields fields;
    for (const auto field : simdjson::dom::object(object.get_object().value_unsafe()))
        fields[field.key] = field.value;
    return fields;
}

/// What controllers and tools add to an object.
bool isNoise(const std::string &path, Element value)
{
    constexpr std::string_view kLastApplied = "kubectl.kubernetes.io/last-applied-configuration";
    if (path == "/metadata/annotations" && value.is_object()) {
        const auto fields = fieldsOf(value);
        return fields.size() == 1 && fields.begin()->first == kLastApplied;
    }
    return path == "/status" || path == "/metadata/managedFields"
        || path == "/metadata/annotations/" + std::string(kLastApplied);
}

QByteArray numberText(double number)
{
    auto text = QByteArray::number(number, 'g', QLocale::FloatingPointShortest);
    // A YAML 1.1 float needs a dot, and a sign in the exponent, which QByteArray writes.
    if (const auto exponent = text.indexOf('e'); !text.contains('.'))
        text.insert(exponent < 0 ? text.size() : exponent, ".0");
    return text;
}

class YamlWriter final
{
public:
    enum class Place { Top, AfterKey, AfterDash };

    explicit YamlWriter(ManifestParts parts)
        : m_parts(parts)
    { }

    void write(Element value, int indent, Place place)
    {
        switch (value.type()) {
        case ElementType::OBJECT:
            return writeObject(value, indent, place);
        case ElementType::ARRAY:
            return writeArray(value, indent, place);
        case ElementType::STRING:
            return writeString(value.get_string().value_unsafe(), indent, place);
        case ElementType::INT64:
            return writeWord(QByteArray::number(qlonglong(value.get_int64().value_unsafe())), place);
        case ElementType::UINT64:
            return writeWord(QByteArray::number(qulonglong(value.get_uint64().value_unsafe())), place);
        case ElementType::DOUBLE:
            return writeWord(numberText(value.get_double().value_unsafe()), place);
        case ElementType::BOOL:
            return writeWord(value.get_bool().value_unsafe() ? "true" : "false", place);
        case ElementType::NULL_VALUE:
            return writeWord("null", place);
        }
    }

    [[nodiscard]] QByteArray take() { return std::move(m_text); }

private:
    void writeObject(Element object, int indent, Place place)
    {
        auto fields = fieldsOf(object);
        if (m_parts == ManifestParts::Spoken)
            std::erase_if(fields, [this](const auto &field) { return isNoise(pathOf(field.first), field.second); });
        if (fields.empty())
            return writeWord("{}", place);
        bool onDashLine = beginLines(place);
        for (const auto &[key, value] : fields) {
            if (!std::exchange(onDashLine, false))
                m_text += QByteArray(indent, ' ');
            m_text += detail::yamlScalar(key) + ':';
            const auto depth = m_path.size();
            m_path = pathOf(key);
            write(value, value.type() == ElementType::ARRAY ? indent : indent + 2, Place::AfterKey);
            m_path.resize(depth);
        }
    }

    void writeArray(Element array, int indent, Place place)
    {
        const simdjson::dom::array elements = array.get_array().value_unsafe();
        if (elements.begin() == elements.end())
            return writeWord("[]", place);
        bool onDashLine = beginLines(place);
        const auto depth = m_path.size();
        m_path += "/[]";
        for (const auto element : elements) {
            if (!std::exchange(onDashLine, false))
                m_text += QByteArray(indent, ' ');
            m_text += '-';
            write(element, indent + 2, Place::AfterDash);
        }
        m_path.resize(depth);
    }

    /// Whether the first line follows a dash.
    bool beginLines(Place place)
    {
        if (place != Place::Top)
            m_text += place == Place::AfterKey ? '\n' : ' ';
        return place == Place::AfterDash;
    }

    [[nodiscard]] std::string pathOf(std::string_view key) const { return m_path + '/' + std::string(key); }

    void writeString(std::string_view text, int indent, Place place)
    {
        if (place == Place::Top || !detail::fitsBlockLiteral(text))
            return writeWord(detail::yamlScalar(text), place);
        const bool endsWithBreak = text.ends_with('\n');
        m_text += endsWithBreak ? " |\n" : " |-\n";
        if (endsWithBreak)
            text.remove_suffix(1);
        for (const auto &line : QByteArray::fromRawData(text.data(), qsizetype(text.size())).split('\n'))
            m_text += (line.isEmpty() ? QByteArray() : QByteArray(indent, ' ') + line) + '\n';
    }

    void writeWord(const QByteArray &word, Place place) { m_text += (place == Place::Top ? "" : " ") + word + '\n'; }

    ManifestParts m_parts;
    std::string m_path; ///< "/metadata/annotations": path of the current field
    QByteArray m_text;
};

} // namespace

Result<QString> yamlFrom(const QString &json, ManifestParts parts)
{
    if (json.trimmed().isEmpty())
        return QString();
    const auto bytes = json.toUtf8();
    simdjson::dom::parser parser;
    Element root;
    auto failed = parser.allocate(std::size_t(bytes.size()), kDepth);
    if (!failed)
        failed = parser.parse(bytes.constData(), std::size_t(bytes.size())).get(root);
    if (failed) {
        return tl::unexpected(
            Error{Error::Kind::Malformed,
                  {},
                  u"the manifest cannot be parsed: "_s + QString::fromUtf8(simdjson::error_message(failed)),
                  false,
                  0});
    }
    YamlWriter writer(parts);
    writer.write(root, 0, YamlWriter::Place::Top);
    return QString::fromUtf8(writer.take());
}

} // namespace lynceus
