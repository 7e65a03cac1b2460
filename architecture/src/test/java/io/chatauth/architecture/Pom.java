package io.chatauth.architecture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What is written in one POM; nothing is inherited or resolved.
 *
 * @param artifact the artifact's id, without {@code chatauth-}
 * @param modules the folders of its modules
 * @param used the modules of ChatAuth that it needs to run, without {@code chatauth-}
 * @param tests those that only its tests need
 * @param managed the artifacts of ChatAuth whose version it sets
 * @param deployed whether it is meant for others
 */
record Pom(
        String artifact,
        List<String> modules,
        List<String> used,
        List<String> tests,
        List<String> managed,
        boolean deployed) {
    private static final String GROUP = "io.chatauth";
    private static final String PREFIX = "chatauth-";

    static Pom read(Path file) throws IOException {
        try {
            Document document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile());
            Element project = document.getDocumentElement();
            List<String> used = new ArrayList<>();
            List<String> tests = new ArrayList<>();
            children(project, "dependencies")
                    .flatMap(list -> children(list, "dependency"))
                    .filter(one -> text(one, "groupId").equals(GROUP))
                    .forEach(one -> (text(one, "scope").equals("test") ? tests : used).add(shortName(one)));
            return new Pom(
                    shortName(project),
                    children(project, "modules")
                            .flatMap(list -> children(list, "module"))
                            .map(one -> one.getTextContent().strip())
                            .toList(),
                    used,
                    tests,
                    children(project, "dependencyManagement")
                            .flatMap(managed -> children(managed, "dependencies"))
                            .flatMap(list -> children(list, "dependency"))
                            .filter(one -> text(one, "groupId").equals(GROUP))
                            .map(Pom::shortName)
                            .sorted()
                            .toList(),
                    children(project, "properties")
                            .noneMatch(all -> text(all, "maven.deploy.skip").equals("true")));
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(file + " is no POM", e);
        }
    }

    private static String shortName(Element element) {
        String name = text(element, "artifactId");
        return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    }

    private static String text(Element parent, String child) {
        return children(parent, child)
                .map(one -> one.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private static Stream<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE
                        && node.getNodeName().equals(name))
                .map(Element.class::cast);
    }
}
